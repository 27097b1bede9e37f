import { expect, it } from 'vitest';
import { createCounter } from './createCounter.ts';

const QUOTA = { allowed: 5, seconds: 10 };
const NOW = 1_800_000_000_000;
const times = (n: number, one: () => number): number[] => Array.from({ length: n }, one);

it('takes as many as are allowed at once, not one more, and says when there is room', () => {
  const { take } = createCounter(10);
  expect(times(7, () => take('a', QUOTA, NOW))).toEqual([0, 0, 0, 0, 0, 2, 2]);
  expect(take('b', QUOTA, NOW)).toBe(0);
  // Room for one comes every two seconds, however often it was asked for in between.
  expect([take('a', QUOTA, NOW + 1_000), take('a', QUOTA, NOW + 1_999), take('a', QUOTA, NOW + 2_000), take('a', QUOTA, NOW + 2_000)]).toEqual([1, 1, 0, 2]);
});

it('has room for all of it again after a quiet time', () => {
  const { take } = createCounter(10);
  times(6, () => take('a', QUOTA, NOW));
  expect(times(6, () => take('a', QUOTA, NOW + 10_000))).toEqual([0, 0, 0, 0, 0, 2]);
  expect(times(6, () => take('a', QUOTA, NOW + 86_400_000))).toEqual([0, 0, 0, 0, 0, 2]);
});

it('locks nobody out for longer than the quota’s seconds when the clock goes back', () => {
  const { take } = createCounter(10);
  times(5, () => take('a', QUOTA, NOW));
  expect(take('a', QUOTA, NOW - 86_400_000)).toBe(2);
  expect(take('a', QUOTA, NOW - 86_398_000)).toBe(0);
});

it('forgets those first that came least lately', () => {
  const { take } = createCounter(2);
  const one = { allowed: 1, seconds: 10 };
  expect(['a', 'b', 'a', 'c', 'a', 'b'].map((subject) => take(subject, one, NOW) > 0)).toEqual([false, false, true, false, true, false]);
});
