import { add } from '../add.ts';
import type { Core, Tallies } from '../memory.ts';

/**
 * Counts a signal of the configuration, which names no more than a summary holds. Its run goes on until progress, which
 * empties `runs`; there it stands under a name that no form's row has.
 */
export function countSignal({ config, runs, tally: { signals } }: Core, id: string): void {
  if ([...config.signals].some((one) => one.id == id)) {
    const { count = 0, longestRun = 0 }: Tallies = signals[id] || {};
    signals[id] = { count: count + 1, longestRun: Math.max(longestRun, add(runs, ':' + id)) };
  }
}
