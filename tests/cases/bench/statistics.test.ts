import { expect, it } from 'vitest';
import { median, quantile } from '../../bench/statistics/quantile.ts';
import { upperBound } from '../../bench/statistics/upperBound.ts';

it.each([
  ['odd', [3, 1, 2], 0.5, 2],
  ['even: half way', [4, 1, 2, 3], 0.5, 2.5],
  ['between two', [0, 10], 0.999, 9.99],
  ['one alone', [7], 0.999, 7],
  ['the greatest', [1, 9, 5], 1, 9],
])('quantile, %s', (_name, values, share, expected) => {
  expect(quantile(values, share)).toBeCloseTo(expected, 9);
});

it('the median of nothing is no number, and asking changes no order', () => {
  const values = [3, 1, 2];
  expect([median([]), median(values), values]).toEqual([NaN, 2, [3, 1, 2]]);
});

// Means and bounds by a table of Student's t: 1.6766 at 49 degrees of freedom, 1.8331 at 9.
it.each([
  ['ten pairs', Array.from({ length: 10 }, (_none, at) => at), 4.5 + 1.8331 * 3.02765 / Math.sqrt(10)],
  ['fifty pairs', Array.from({ length: 50 }, (_none, at) => (at % 2 === 0 ? 1 : -1)), 1.6766 * 1.01015 / Math.sqrt(50)],
  ['no noise', [2, 2, 2, 2], 2],
])('the upper bound of %s', (_name, differences, expected) => {
  expect(upperBound(differences)).toBeCloseTo(expected, 2);
});

it('one pair bounds nothing', () => {
  expect(upperBound([1])).toBeNaN();
});
