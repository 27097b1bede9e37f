// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { prepare, type EngineCore } from '@tactful/engine';
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

const engineOf = (...clauses: object[]): Pick<EngineCore, 'clauses' | 'config'> => {
  const config = { targets: ['#reviews', '#buy'], signals: [], campaigns: [{ id: 'c', trigger: { mode: 'any', clauses } }] } as unknown as DeviceConfig;
  return { ...prepare(config), config };
};
const seen = { on: 'visible', target: 0 }, over = { on: 'hover', target: 1 };
const begin = (...clauses: object[]): Targets => {
  scope = createScope(createGuard((error) => {
    throw error;
  }));
  return startTargets({ scope, now: () => 0, observe: (fact) => facts.push(fact) }, engineOf(...clauses));
};

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
  targets = begin(seen, over);
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

it('the steps of a sequence are watched as clauses of their own are', () => {
  scope.stop();
  targets = begin({ on: 'sequence', of: [over, seen], within: 60_000 });
  expect(enter()).toEqual([{ kind: 'seen', target: 0, ratio: 1 }]);
  facts = [];
  come('b');
  expect(facts).toEqual([{ kind: 'over', target: 1, inside: true }]);
});
