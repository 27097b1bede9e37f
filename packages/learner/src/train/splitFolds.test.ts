import { expect, it } from 'vitest';
import { rowsOf, splitFolds } from './splitFolds.ts';

it('deals both labels evenly, the same way for the same seed', () => {
  const labels = Array.from({ length: 103 }, (_one, row) => +(row % 5 === 0));
  const fold = splitFolds(labels, 5, 42);
  const parts = [0, 1, 2, 3, 4].map((part) => rowsOf(fold, part));
  expect(parts.map((rows) => rows.reduce((sum, row) => sum + labels[row]!, 0)).sort()).toEqual([4, 4, 4, 4, 5]);
  expect(Math.max(...parts.map(({ length }) => length)) - Math.min(...parts.map(({ length }) => length))).toBeLessThanOrEqual(2);
  expect([...rowsOf(fold, 2), ...rowsOf(fold, 2, true)].sort((one, other) => one - other)).toEqual(labels.map((_label, row) => row));
  expect(splitFolds(labels, 5, 42)).toEqual(fold);
  expect(splitFolds(labels, 5, 43)).not.toEqual(fold);
});
