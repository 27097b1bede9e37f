import { FOREVER, type EpochMs, type Milliseconds } from '@tactful/protocol';
import type { Core } from '../core.ts';
import { pageRow } from './pageRow.ts';

/** Without input for longer than this the visitor is not taken to be there. */
export const ACTIVITY: Milliseconds = 60_000;
/** A clock without the server's word that leaps further than this is not believed. */
const LEAP: Milliseconds = 31 * 86_400_000;

/** Moves the clocks: the device's (whole ms, never back), trusted time, and the active clock while the visitor is there. */
export function passTime(core: Core, at: EpochMs): void {
  const { state, tally, caps } = core;
  const last = state.at;
  // Also false for NaN.
  if (at > last && at <= FOREVER) state.at = Math.floor(at);
  if (state.visible && state.focused) {
    // A playing video counts as input, but no leap (a laptop asleep) counts for more than one stretch of it.
    const until = Math.min(state.at, Math.max(state.input, state.playing ? last : 0) + ACTIVITY);
    if (until > last) {
      state.active += until - last;
      tally.activeMs += until - last;
      tally.last = until;
      const page = pageRow(core);
      if (page) page.activeMs += until - last;
      if (state.cartAt >= 0) state.cartIdle = state.active - state.cartAt;
    }
  }
  const time = state.at + state.offset;
  if (state.server || (time >= caps.latest && (time <= caps.latest + LEAP || !caps.latest))) caps.latest = time;
  core.now = caps.latest;
  core.features = null;
}
