// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGuard } from '../guard.ts';
import { createScope, type Scope } from '../scope.ts';
import type { Fact } from './fact.ts';
import { startForms, type Forms } from './forms.ts';

let scope: Scope;
let facts: Fact[];
let forms: Forms;
const field = (selector: string): Element => document.querySelector(selector)!;
const seen = (): string[] => facts.map((fact) => `${fact.kind} ${(fact as { form: string }).form}`);
/** MutationObserver tells on a microtask. */
const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

beforeEach(() => {
  document.body.innerHTML = `<form id="pay"><input name="id"><input name="card"><button type="submit">Pay</button></form>
    <div data-tactful-form="workflow"><input class="w"><button>Run</button></div>`;
  facts = [];
  scope = createScope(createGuard((error) => {
    throw error;
  }));
  forms = startForms({ scope, now: () => 0, observe: (fact) => facts.push(fact), containing: (form) => (form.id === 'x' ? [] : [3]), submitted: () => undefined });
});
afterEach(() => scope.stop());

it('all that one attempt raises is one error; the next press is another attempt', async () => {
  for (const input of document.querySelectorAll('#pay input')) input.dispatchEvent(new Event('invalid'));
  field('#pay [name=card]').setAttribute('aria-invalid', 'true');
  await settled();
  expect(seen()).toEqual(['form_error pay']);
  expect(facts[0]).toMatchObject({ targets: [3] });
  field('#pay button').dispatchEvent(new MouseEvent('click', { bubbles: true }));
  field('#pay [name=card]').dispatchEvent(new Event('invalid'));
  expect(seen()).toEqual(['form_error pay', 'form_error pay']);
});

it('a press that is no attempt does not begin one', () => {
  field('#pay input').dispatchEvent(new Event('invalid'));
  field('#pay input').dispatchEvent(new MouseEvent('click', { bubbles: true }));
  field('#pay input').dispatchEvent(new Event('invalid'));
  expect(seen()).toHaveLength(1);
});

it('aria-invalid appearing and data-tactful-form-ok, in a form that is no <form>', async () => {
  field('.w').setAttribute('aria-invalid', 'true');
  await settled();
  field('.w').setAttribute('aria-invalid', 'false');
  await settled();
  field('[data-tactful-form]').setAttribute('data-tactful-form-ok', '');
  await settled();
  expect(seen()).toEqual(['form_error workflow', 'form_success workflow']);
});

it('the host’s own word counts each time, but not twice with what the page marked', () => {
  forms.tell(false, 'workflow');
  forms.tell(false, 'workflow');
  expect(seen()).toHaveLength(2);
  field('[data-tactful-form] button').dispatchEvent(new MouseEvent('click', { bubbles: true }));
  field('.w').dispatchEvent(new Event('invalid'));
  forms.tell(false, 'workflow');
  expect(seen()).toHaveLength(3);
  expect(facts.at(-1)).toMatchObject({ targets: [3] });
});

it('a page that came back: with complaints it failed, without the form before went through', () => {
  forms.scan('pay');
  expect(seen()).toEqual(['form_success pay']);
  field('#pay input').setAttribute('aria-invalid', 'true');
  forms.scan('pay');
  expect(seen()).toEqual(['form_success pay']);
  field('#pay button').dispatchEvent(new MouseEvent('click', { bubbles: true }));
  forms.scan('pay');
  expect(seen()).toEqual(['form_success pay', 'form_error pay']);
});
