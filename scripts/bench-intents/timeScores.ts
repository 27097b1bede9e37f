import { score } from '@tactful/engine';
import type { ModelScore } from '@tactful/protocol';

const ROUNDS = 400, BATCHES = 100, CALLS = 10;

/**
 * How long one score takes, microseconds: the median, and the 99th percentile. Single calls are at the clock's edge, so ten are
 * timed together; of the rounds, a hundred batches each, the quietest counts, as other work on the machine only ever adds.
 */
export function timeScores(form: ModelScore, sessions: readonly Readonly<Record<string, number | undefined>>[]): { readonly median: number; readonly p99: number } {
  let kept = 0;
  const round = (): { readonly median: number; readonly p99: number } => {
    const times = Array.from({ length: BATCHES }, (_one, batch) => {
      const start = performance.now();
      for (let call = 0; call < CALLS; call++) kept += score(form, sessions[(batch * CALLS + call) % sessions.length]!).probability;
      return (performance.now() - start) * 1_000 / CALLS;
    }).sort((one, other) => one - other);
    return { median: times[BATCHES >> 1]!, p99: times[BATCHES - 1]! };
  };
  const rounds = Array.from({ length: ROUNDS }, round).sort((one, other) => one.p99 - other.p99);
  if (!(kept > 0)) throw new Error('Nothing was scored.');
  return rounds[0]!;
}
