import { FOREVER, type EpochMs, type Milliseconds } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { ACTIVITY } from './activity.ts';

/** A clock without the server's word that leaps further than this is not believed. */
const LEAP: Milliseconds = 31 * 86_400_000;

/** Moves the clocks: the device's (whole ms, never back), trusted time, and the active clock while the visitor is there. */
export function passTime(core: Core, at: EpochMs): void {
  const { at: last, tally, caps } = core;
  // False for NaN, too.
  if (at > last && at <= FOREVER) core.at = Math.floor(at);
  if (core.visible && core.focused) {
    // A playing video counts as input, but no leap (a laptop asleep) counts for more than one stretch of it.
    const until = Math.min(core.at, (core.playing ? last : core.input) + ACTIVITY);
    const span = Math.max(0, until - last);
    core.active += span;
    tally.activeMs += span;
    if (span) {
      tally.durationMs = until - tally.startedAt;
      core.stages.time(core, span);
    }
    if (core.cartAt >= 0) core.cart.idleMs = core.active - core.cartAt;
  }
  const time = core.at + core.offset;
  if (core.server || (time >= caps.latest && (time <= caps.latest + LEAP || !caps.latest))) caps.latest = time;
  core.now = caps.latest;
}
