import fc from 'fast-check';
import { expect, it } from 'vitest';
import { limbs } from './limbs.ts';

const join = (columns: readonly number[]): bigint => limbs.join(Object.fromEntries(limbs.columns.map((column, at) => [column, String(columns[at])])));

it('holds a whole number of any size, column by column', () => {
  expect(limbs.split(50_000n ** 2n)).toEqual([2_500_000_000, 0, 0, 0]);
  expect(limbs.split(-(2n ** 64n))).toEqual([-3_709_551_616, -1_844_674_407, 0, 0]);
  const edge = (2n * 10n ** 19n) ** 2n;
  expect(join(limbs.split(edge))).toBe(edge);
});

it('adds up like the numbers themselves', () => {
  const values = fc.array(fc.bigInt({ min: -(10n ** 42n), max: 10n ** 42n }), { maxLength: 20 });
  fc.assert(fc.property(values, (list) => {
    const columns = list.map(limbs.split).reduce((sums, one) => sums.map((sum, at) => sum + (one[at] as number)), [0, 0, 0, 0] as readonly number[]);
    expect(join(columns)).toBe(list.reduce((sum, value) => sum + value, 0n));
  }));
});
