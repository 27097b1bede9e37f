import type { SummaryBody } from '@tactful/protocol';
import type { Core } from '../core.ts';
import { shippedFeatures } from './shippedFeatures.ts';

/** The features as they were at one of four moments, the first time it came; −1 is unknown. */
export function snapshot(core: Core, on: SummaryBody['snapshots'][number]['on']): void {
  const { snapshots } = core.tally;
  if (!snapshots.some((one) => one.on == on))
    snapshots.push({ on, at: core.now, x: Object.values(shippedFeatures(core)).map((value) => (value === undefined ? -1 : value)) });
}
