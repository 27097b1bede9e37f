import { expect, it } from 'vitest';
import { createRecent } from './createRecent.ts';

it('keeps the most recently put, at most as many as it may', () => {
  const recent = createRecent<number>(2);
  for (const [n, name] of ['a', 'b', 'c'].entries()) expect(recent.put(name, n)).toBe(n);
  expect(['a', 'b', 'c'].map((name) => recent.get(name))).toEqual([undefined, 1, 2]);
});

it('forgets nothing for a name that is there', () => {
  const recent = createRecent<number>(2);
  for (const [n, name] of ['a', 'b', 'b'].entries()) recent.put(name, n);
  expect(['a', 'b'].map((name) => recent.get(name))).toEqual([0, 2]);
});

it('moves a name that is there to the newest place', () => {
  const recent = createRecent<number>(3);
  for (const [n, name] of ['a', 'b', 'a', 'c', 'd'].entries()) recent.put(name, n);
  expect(['a', 'b', 'c', 'd'].map((name) => recent.get(name))).toEqual([2, undefined, 3, 4]);
});
