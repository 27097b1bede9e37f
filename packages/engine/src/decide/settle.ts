import type { Outcome, Reason } from '@tactful/protocol';
import { add } from '../add.ts';
import type { Core } from '../memory.ts';
import { chargeCaps } from './chargeCaps.ts';

const STRENGTH = ['none', 'ignore', 'dismiss', 'click', 'convert'];

/**
 * Outcome of an exposure, or of all those of a campaign: the stronger one stays, and makes the campaign, its group and
 * all messages wait.
 */
export function settle(core: Core, name: 'id' | 'campaign', value: string, outcome: Outcome, reason: Reason): void {
  const { slot, tally: { exposures, gates }, campaigns } = core;
  let id = name == 'id' ? '' : value;
  // The slot's exposure stands in the list too, unless it is not measured or the list is full.
  for (const one of exposures.concat(slot || [])) if (one[name] == value && STRENGTH.indexOf(outcome) >= STRENGTH.indexOf(one.outcome)) {
    // A page left within the second that makes an impression: nobody ignored what nobody saw.
    if (reason != 'leave' || one.outcome != 'none') one.outcome = outcome;
    one.reason = reason || one.reason;
    id = one.campaign;
  }
  const campaign = campaigns[id];
  if (!campaign) return;
  if (reason == 'veto') add(gates[id] = gates[id] || {}, reason);
  chargeCaps(core, campaign, 0, ({ after }) => after && after[outcome]);
}
