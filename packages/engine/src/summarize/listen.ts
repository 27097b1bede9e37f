import type { Core } from '../memory.ts';

/** Picks who listens at the present places. */
export function listen(core: Core): void {
  core.here = core.places.map((place) => core.index[place] || {});
}
