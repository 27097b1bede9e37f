import type { Core } from '../memory.ts';
import type { Caps, CapScope } from '../observation.ts';
import { FRESH } from './fresh.ts';
import { KEPT } from './kept.ts';

/** Scopes, and arms, kept whatever is merged, our own first: every campaign of a configuration, its groups, and some that went. */
const MOST = 2_000;

/** Takes in caps as another tab or an earlier page left them; nothing is lowered, arms that are frozen stay. */
export function mergeCaps(core: Core, theirs: Caps): void {
  const { caps } = core;
  const scopes: Record<string, CapScope> = {};
  for (const key of Object.keys({ ...caps.scopes, ...theirs.scopes }).slice(0, MOST)) {
    const one = theirs.scopes[key] || FRESH;
    const other = caps.scopes[key] || FRESH;
    scopes[key] = {
      shown: [...new Map([...one.shown, ...other.shown].map((shown) => ['' + shown, shown])).values()].sort((a, b) => a[0] - b[0]).slice(-KEPT),
      lifetime: Math.max(one.lifetime, other.lifetime),
      waitUntil: Math.max(one.waitUntil, other.waitUntil),
    };
  }
  core.caps = {
    scopes,
    arms: Object.fromEntries(Object.entries({ ...caps.arms, ...theirs.arms, ...caps.arms }).slice(0, MOST)),
    // What was stored is older, and tells a leap of the clock; only a clock that went back is behind our own.
    latest: caps.latest > core.at + core.offset ? Math.max(caps.latest, theirs.latest) : theirs.latest || caps.latest,
    optOut: !!(caps.optOut || theirs.optOut),
  };
}
