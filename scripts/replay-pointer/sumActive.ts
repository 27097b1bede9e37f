import type { Sample } from './Trace.ts';

/** Input keeps a page active for so long (docs/reference/clauses.md). */
const ACTIVE_AFTER_INPUT_MS = 60_000;

/**
 * Active time that a trace makes on a page that is visible and focused throughout, from its first sample to its last:
 * each gap counts up to a minute. Written from the contract's words alone, it shares no code with what it checks.
 */
export function sumActive(samples: readonly Sample[]): number {
  let sum = 0;
  for (let next = 1; next < samples.length; next++) {
    sum += Math.min(samples[next]!.at - samples[next - 1]!.at, ACTIVE_AFTER_INPUT_MS);
  }
  return sum;
}
