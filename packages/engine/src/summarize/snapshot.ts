import type { SummaryBody } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { shipped } from './shipped.ts';

/** The features as they were at one of four moments, the first time it came; −1 is unknown. */
export function snapshot(core: Core, on: SummaryBody['snapshots'][number]['on']): void {
  const { tally } = core;
  if (!tally.snapshots.some((one) => one.on == on))
    tally.snapshots = [...tally.snapshots, { on, at: core.now, x: shipped(core).map(([, read]) => read(core)).map((value = -1) => value) }];
}
