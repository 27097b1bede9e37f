import type { Core } from '../core.ts';
import type { Caps, CapScope } from '../observation.ts';
import { KEPT } from './kept.ts';

/** Scopes kept whatever is merged: every campaign of a configuration, its groups, and some that went. */
const SCOPES = 2_000;

/** Takes in caps as another tab or an earlier page left them; nothing is lowered, arms that are frozen stay. */
export function mergeCaps(core: Core, { scopes, arms, optOut, latest }: Caps): void {
  const { caps } = core;
  const merged: Record<string, CapScope> = { ...caps.scopes };
  for (const key in scopes) {
    const mine = merged[key] || { shown: [], lifetime: 0, waitUntil: 0 };
    const theirs = scopes[key] as CapScope;
    const names = new Set(mine.shown.map(String));
    if (merged[key] || Object.keys(merged).length < SCOPES) merged[key] = {
      shown: mine.shown.concat(theirs.shown.filter((one) => !names.has(String(one)))).sort((one, other) => one[0] - other[0]).slice(-KEPT),
      lifetime: Math.max(mine.lifetime, theirs.lifetime),
      waitUntil: Math.max(mine.waitUntil, theirs.waitUntil),
    };
  }
  core.caps = {
    scopes: merged,
    arms: { ...arms, ...caps.arms },
    latest: Math.max(caps.latest, latest),
    ...((optOut || caps.optOut) && { optOut: true }),
  };
}
