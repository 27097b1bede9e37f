import type { EpochMs } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { ACTIVITY } from '../summarize/activity.ts';

/** The next moment, on the device's clock, at which time alone can change an answer; `Infinity` when none can. */
export function nextDeadline(core: Core): EpochMs {
  const { at, input, open } = core;
  let next = Infinity;
  const consider = (moment: EpochMs): void => {
    if (moment > at) next = Math.min(next, moment);
  };
  if (core.visible) {
    const ripe = at + core.soonest - core.active;
    // A playing video is looked at as often as the activity limit asks. Past the limit only input moves the active clock.
    const limit = (core.playing ? at : input) + ACTIVITY;
    if (core.focused && (core.playing || ripe <= limit)) consider(Math.min(ripe, limit));
    consider(core.stages.soon(core) || 0);
  }
  for (const id in open) {
    consider(open[id]!.until);
    consider(core.stages.opensAt(core, id) || 0);
  }
  return next - core.shift;
}
