import { expect, it } from 'vitest';
import { makeSummary } from '../../../../tests/worker/harness/makeSummary.ts';
import { countSession } from './countSession.ts';
import { createTally } from './createTally.ts';

it('one device that makes numbers up drowns nobody: a session counts a signal, or a gate, ten thousand times at most', () => {
  const tally = createTally();
  const told = (n: number) => ({ signals: { save: { count: n, longestRun: 1 } }, gates: { stall: { frequency: n } }, loss: { exposures: n } });
  for (const n of [3, 1_000_000_000]) countSession(tally, { day: '2026-11-22', summary: makeSummary({ visitor: 'v', session: 's', ...told(n) }), sign: 1 });
  const counted = Object.fromEntries(tally.rows().filter(({ kind }) => kind !== 'site').map(({ kind, measure, n }) => [`${kind}:${measure}`, Number(n)]));
  // What got lost is told exactly, whatever it is.
  expect(counted).toEqual({ 'signal:count': 10_003, 'signal:sessions': 2, 'gate:frequency': 10_003, 'loss:exposures': 1_000_000_003 });
});
