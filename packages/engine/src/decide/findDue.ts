import type { Core } from '../core.ts';
import type { Campaign } from './clause.ts';
import { passes } from './passes.ts';

/** The best open opportunity whose gates up to `priority` pass. A shadow campaign competes with nobody. */
export function findDue(core: Core): Campaign | undefined {
  return core.open.find((campaign) => campaign.spec.status == 'live' && passes(core, campaign));
}
