import { add } from '../add.ts';
import type { Core } from '../memory.ts';

/** Counts a signal of the configuration, which names no more than a summary holds. */
export function countSignal({ config, runs, tally: { signals } }: Core, id: string): void {
  if (!config.signals.some((one) => one.id == id)) return;
  const { count, longestRun } = signals[id] || { count: 0, longestRun: 0 };
  signals[id] = { count: count + 1, longestRun: Math.max(longestRun, add(runs, id)) };
}
