// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DeviceConfig } from '@tactful/protocol';
import { createGuard } from '../guard.ts';
import { createScope, type Scope } from '../scope.ts';
import type { Fact } from './fact.ts';
import { startTargets, type Targets } from './targets.ts';

let scope: Scope;
let facts: Fact[];
let targets: Targets;
/** As browsers do: what is newly observed is told once, everything here is whole in view. */
let tell: () => void;

const config = {
  targets: ['#reviews', '#buy'], signals: [],
  campaigns: [{ trigger: { mode: 'any', clauses: [{ on: 'visible', target: 0 }, { on: 'hover', target: 1 }] } }],
} as unknown as DeviceConfig;

beforeEach(() => {
  document.body.innerHTML = '<div id="reviews"></div><button id="buy"><b>Buy</b></button><p></p>';
  facts = [];
  vi.stubGlobal('IntersectionObserver', function (this: object, run: (entries: object[]) => void) {
    const fresh = new Set<Element>();
    tell = () => {
      const entries = [...fresh].map((target) => ({ target, intersectionRatio: 1 }));
      fresh.clear();
      if (entries.length) run(entries);
    };
    Object.assign(this, { observe: (one: Element) => fresh.add(one), unobserve: (one: Element) => fresh.delete(one), disconnect: () => undefined });
  });
  scope = createScope(createGuard((error) => {
    throw error;
  }));
  targets = startTargets({ scope, now: () => 0, observe: (fact) => facts.push(fact) }, config);
});
afterEach(() => {
  scope.stop();
  vi.unstubAllGlobals();
});
const come = (selector: string): unknown => document.querySelector(selector)!.dispatchEvent(new Event('pointerover', { bubbles: true }));
const enter = (anew?: boolean): Fact[] => {
  facts = [];
  targets.scan(anew);
  tell();
  return facts;
};

it('an element that stays over an entry is told again, one that was told is not told by a look', () => {
  expect(enter()).toEqual([{ kind: 'seen', target: 0, ratio: 1 }]);
  expect(enter()).toEqual([]);
  expect(enter(true).at(-1)).toEqual({ kind: 'seen', target: 0, ratio: 1 });
  expect(enter()).toEqual([]);
});

it('an element that went is out of view', () => {
  enter();
  document.querySelector('#reviews')!.remove();
  expect(enter()).toEqual([{ kind: 'seen', target: 0, ratio: 0 }]);
  expect(enter(true)).toEqual([]);
});

it('a pointer that rests over an entry is told again, and leaves as it did', () => {
  enter();
  facts = [];
  come('b');
  come('#buy');
  expect(facts).toEqual([{ kind: 'over', target: 1, inside: true }]);
  expect(enter(true)).toContainEqual({ kind: 'over', target: 1, inside: true });
  facts = [];
  come('p');
  expect(facts).toEqual([{ kind: 'over', target: 1, inside: false }]);
  expect(enter(true).map(({ kind }) => kind)).not.toContain('over');
});
