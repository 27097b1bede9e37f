import { expect, it } from 'vitest';
import { sameJson } from './sameJson.ts';

it.each([
  [1, 1], ['a', 'a'], [null, null], [[], []], [{ a: 1, b: [2, { c: null }] }, { b: [2, { c: null }], a: 1 }], [{ a: 1, b: undefined }, { a: 1 }],
])('%j is %j', (a, b) => { expect([sameJson(a, b), sameJson(b, a)]).toEqual([true, true]); });

it.each([
  [1, '1'], [null, {}], [null, 0], [[], {}], [[1, 2], [2, 1]], [{ a: 1 }, { a: 2 }], [{ a: 1 }, { b: 1 }], [{ a: 1 }, { a: 1, b: 2 }], [{ toString: 1 }, { a: 1 }],
])('%j is not %j', (a, b) => { expect([sameJson(a, b), sameJson(b, a)]).toEqual([false, false]); });
