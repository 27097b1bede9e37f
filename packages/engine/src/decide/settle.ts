import type { Outcome, Reason } from '@tactful/protocol';
import { bump } from '../bump.ts';
import type { Core } from '../core.ts';
import { record } from '../record.ts';
import type { OpenExposure } from '../state.ts';
import { chargeCaps } from './chargeCaps.ts';

const STRENGTH = ['none', 'ignore', 'dismiss', 'click', 'convert'];

/** Outcome of a campaign's exposures: the stronger one stays, and makes the campaign, its group and all messages wait. */
export function settle(core: Core, id: string, exposures: readonly OpenExposure[], outcome: Outcome, reason: Reason): void {
  const { gates } = core.tally;
  const campaign = core.campaigns[id];
  const weaker = exposures.filter((one) => STRENGTH.indexOf(outcome) >= STRENGTH.indexOf(one.outcome));
  for (const exposure of weaker) {
    exposure.outcome = outcome;
    exposure.reason = reason || exposure.reason;
    if (reason == 'veto') bump(gates[id] || (gates[id] = record()), reason);
  }
  // A conversion counts for exposures of earlier sessions too, which this one does not list.
  if (campaign && (weaker.length || !exposures.length)) chargeCaps(core, campaign, 0, ({ after }) => after && after[outcome]);
}
