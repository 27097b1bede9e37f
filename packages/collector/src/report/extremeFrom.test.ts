import fc from 'fast-check';
import { expect, it } from 'vitest';
import { valueClass } from '../shard/valueClass.ts';
import { extremeFrom, leastOf } from './extremeFrom.ts';
import type { ValueClasses } from './valuesOf.ts';

const arm = (buyers: Readonly<Record<string, number>>): ValueClasses => new Map(Object.entries(buyers).map(([among, n]) => [among, { buyers: n, value: 0, valueSquares: 0, x: 0, xSquares: 0, products: 0 }]));

it.each([
  ['too few buyers', [{ 30: 5 }, { 60: 4 }], Infinity],
  ['all alike: nothing within eleven times is extreme', [{ 30: 30 }, {}], 38],
  ['both arms are one', [{ 30: 15 }, { 30: 15 }], 38],
  ['alike but for one far out', [{ 30: 9, 60: 1 }, {}], 38],
  ['alike but for one in fifty', [{ 30: 98, 60: 1 }, { 70: 1 }], 38],
  ['two kinds of order', [{ 30: 97, 60: 2 }, { 70: 1 }], 61],
  ['two kinds of order, few of both', [{ 30: 8, 45: 2 }, {}], 46],
  ['a spread of one', [{ 29: 10, 30: 10, 31: 10 }, {}], 38],
  ['a wide spread bears more', [{ 26: 10, 30: 10, 34: 10 }, {}], 52],
  ['who has no value tells nothing', [{ unvalued: 100, 30: 9 }, {}], Infinity],
])('%s', (_name, arms, expected) => expect(extremeFrom(...arms.map((counts) => arm(counts as Record<string, number>)))).toBe(expected));

it('a class begins with its least value, whatever the value', () => fc.assert(fc.property(fc.bigInt(1n, 10n ** 18n), fc.boolean(), (mills, back) => {
  const among = Number(valueClass(back ? -mills : mills, []));
  expect(leastOf(among) * 1_000).toBeLessThanOrEqual(Number(mills) * (1 + 1e-12));
  expect(leastOf(among + 1) * 1_000).toBeGreaterThan(Number(mills) * (1 - 1e-12));
})));

it('no value at all has no class; one order without a value takes all of it', () => {
  expect(valueClass(0n, [{ lacks: '' }])).toBe('');
  expect(valueClass(5n, [{ lacks: '' }, { lacks: 'currency' }])).toBe('unvalued');
});
