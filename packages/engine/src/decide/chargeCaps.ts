import type { Milliseconds, DeviceFrequency } from '@tactful/protocol';
import type { Core } from '../core.ts';
import type { Campaign } from './clause.ts';
import { KEPT } from './kept.ts';

/**
 * Makes the scopes of a campaign wait, and counts an impression where there is one. A shadow campaign has a scope of
 * its own and never charges the others'. Of several waits the latest counts.
 */
export function chargeCaps(core: Core, campaign: Campaign, impressions: 0 | 1, wait: (frequency: DeviceFrequency) => Milliseconds | undefined): void {
  const { now, caps, state, options } = core;
  const scopes = { ...caps.scopes };
  campaign.scopes.forEach(([key, frequency], index) => {
    if (!key || (index && campaign.spec.status == 'shadow')) return;
    const { shown, lifetime, waitUntil } = scopes[key] || { shown: [], lifetime: 0, waitUntil: 0 };
    scopes[key] = {
      shown: impressions ? [...shown.slice(1 - KEPT), [now, options.session]] : shown,
      lifetime: lifetime + impressions,
      waitUntil: Math.max(waitUntil, now + (wait(frequency) || 0)),
    };
    state.shownOnVisit[key] = (state.shownOnVisit[key] || 0) + impressions;
  });
  caps.scopes = scopes;
}
