import type { Milliseconds } from '@tactful/protocol';

/** Where a mouse was, and when. Pixels of the viewport, the clock any that does not go back. */
export type PointerSample = readonly [at: Milliseconds, x: number, y: number];

/** One movement: samples without a pause. */
export type Movement = readonly PointerSample[];

/** A longer silence ends a movement. */
const PAUSE_MS: Milliseconds = 100;
/** It has at least so many samples, so long a way and so long steps (what creeps is all rounding). Longer ones are cut. */
const LEAST = 12, MOST = 80, LEAST_PX = 150, LEAST_STEP_PX = 4;

/** The movements among a mouse's samples that are long and fast enough to tell a hand from a script. */
export function findMovements(samples: readonly PointerSample[]): readonly Movement[] {
  const runs: PointerSample[][] = [];
  let last = -Infinity;
  for (const sample of samples) {
    const run = runs[runs.length - 1];
    if (run && run.length < MOST && sample[0] - last <= PAUSE_MS) run.push(sample);
    else runs.push([sample]);
    last = sample[0];
  }
  return runs.filter((run) => {
    const path = run.reduce((sum, [, x, y], at) => sum + (at ? Math.hypot(x - run[at - 1]![1], y - run[at - 1]![2]) : 0), 0);
    return run.length >= LEAST && path >= Math.max(LEAST_PX, LEAST_STEP_PX * run.length);
  });
}
