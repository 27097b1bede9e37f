import type { DeviceFrequency, Milliseconds } from '@tactful/protocol';
import { add } from '../add.ts';
import type { Campaign, Core } from '../memory.ts';
import { FRESH } from './fresh.ts';
import { KEPT } from './kept.ts';
import { scopesOf } from './scopesOf.ts';

/**
 * Makes the scopes of a campaign wait, and counts an impression where there is one. A shadow campaign has a scope of
 * its own and never charges the others'. Of several waits the latest counts.
 */
export function chargeCaps(core: Core, campaign: Campaign, impressions: 0 | 1, wait: (frequency: DeviceFrequency) => Milliseconds | undefined): void {
  const { caps, now } = core;
  for (const [key, frequency] of scopesOf(core, campaign).slice(0, campaign.spec.status == 'shadow' ? 1 : 3)) {
    const { shown, lifetime, waitUntil } = caps.scopes[key] || FRESH;
    if (key) caps.scopes = {
      ...caps.scopes,
      [key]: {
        shown: impressions ? [...shown.slice(1 - KEPT), [now, core.session]] : shown,
        lifetime: lifetime + impressions,
        waitUntil: Math.max(waitUntil, now + (wait(frequency) || 0)),
      },
    };
    add(core.shownOnVisit, key, impressions);
  }
}
