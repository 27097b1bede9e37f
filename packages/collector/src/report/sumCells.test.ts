import { expect, it } from 'vitest';
import { sumCells } from './sumCells.ts';

it('adds shards up and keeps subjects and arms apart', () => {
  const cell = (subject: string, arm: string, measure: string, n: number) => ({ day: '', kind: 'campaign' as const, subject, arm, measure, n });
  const sums = sumCells([[cell('a', 'treatment', 'visitors', 2), cell('a', 'control', 'visitors', 1)], [cell('a', 'treatment', 'visitors', 3), cell('b', 'treatment', 'visitors', 7)], []]);
  expect(sums.one({ kind: 'campaign', subject: 'a', arm: 'treatment', measure: 'visitors' })).toBe(5);
  expect(sums.one({ kind: 'campaign', subject: 'a', arm: 'holdout', measure: 'visitors' })).toBe(0);
  expect(sums.measures({ kind: 'campaign', subject: 'b', arm: 'treatment' })).toEqual({ visitors: 7 });
  expect(sums.subjects('campaign')).toEqual(['a', 'b']);
});
