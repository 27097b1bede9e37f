import type { Core } from '../core.ts';
import type { OpenExposure } from '../state.ts';

/** The session's exposures, and the one that takes the slot although it is not summarized. */
export function exposuresOf({ state, tally }: Core): OpenExposure[] {
  return [...new Set(tally.exposures.concat(state.slot || []))];
}
