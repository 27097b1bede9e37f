// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGuard } from '../guard.ts';
import { createScope, type Scope } from '../scope.ts';
import type { Fact } from './fact.ts';
import { startMedia } from './media.ts';

let scope: Scope;
let facts: Fact[];
const says = (selector: string, ...types: string[]): void => {
  const element = document.querySelector(selector)!;
  for (const type of types) element.dispatchEvent(new Event(type));
};
const told = (): unknown[] => facts.map((fact) => (fact as { playing: boolean }).playing);

beforeEach(() => {
  document.body.innerHTML = '<video id="a"></video><video id="b"></video><audio></audio>';
  facts = [];
  scope = createScope(createGuard((error) => {
    throw error;
  }));
  startMedia({ scope, now: () => 0, observe: (fact) => facts.push(fact) });
});
afterEach(() => scope.stop());

it('two videos, one after the other', () => {
  says('#a', 'play');
  says('#b', 'play');
  says('#a', 'pause', 'ended');
  says('#b', 'emptied');
  expect(told()).toEqual([true, true, true, false]);
  says('#a', 'play', 'pause');
  expect(told().slice(4)).toEqual([true, false]);
});

it('sound alone is no video', () => {
  says('audio', 'play');
  expect(facts).toEqual([]);
});

it('one that is taken out of the page while it plays pauses, as browsers have it, and counts no longer', () => {
  const video = document.querySelector('#a')!;
  says('#a', 'play');
  video.remove();
  video.dispatchEvent(new Event('pause'));
  expect(told()).toEqual([true, false]);
});

it('leaves no listener', () => {
  says('#a', 'play');
  scope.stop();
  says('#a', 'pause');
  expect(told()).toEqual([true]);
});
