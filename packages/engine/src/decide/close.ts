import { GATES } from '@tactful/protocol';
import { bump } from '../bump.ts';
import type { Core } from '../core.ts';
import { record } from '../record.ts';
import type { Campaign, Opportunity } from './clause.ts';
import { judge } from './judge.ts';

/** Closes an opportunity that was not taken, and counts the gate that was in its way: the first shut one, or a late one. */
export function close(core: Core, campaign: Campaign): void {
  const { gates } = core.tally;
  const { id } = campaign.spec;
  const seen = judge(core, campaign);
  const late = (campaign.open as Opportunity).late;
  const shut = seen[seen.length - 1]!.passed ? late && GATES[late] : GATES[seen.length - 1];
  if (shut) bump(gates[id] || (gates[id] = record()), shut);
  campaign.open = null;
  core.open.splice(core.open.indexOf(campaign), 1);
}
