import type { Scalar } from '@tactful/protocol';
import type { Core } from '../core.ts';
import { hash } from '../decide/hash.ts';
import { settle } from '../decide/settle.ts';
import { exposuresOf } from './exposuresOf.ts';
import { keep } from './keep.ts';

/** A goal's event: recorded once per order, and the outcome of every campaign whose exposure it follows in time. */
export function foldGoal(core: Core, name: string, props: Readonly<Record<string, Scalar>>): void {
  const { now, goals, caps, tally } = core;
  const { site } = core.options.config;
  const refund = name == 'refund' && goals['purchase'];
  const campaigns = goals[name];
  if (!campaigns && !refund) return;
  const { transaction_id: order, currency } = props;
  const value = Number.isFinite(props['value']) ? (refund ? -Math.abs(props['value'] as number) : props['value'] as number) : undefined;
  const key = [site.id, name, order == null ? [value, now] : order].join('|');
  const id = hash(key).toString(36) + hash(key + '|').toString(36);
  if (tally.goals.some((one) => one.id == id)) return;
  keep(core, 'goals', { id, event: name, ...(value != null && { value }), ...(typeof currency == 'string' && { currency: currency.slice(0, 3) }), at: now });
  core.urgent = true;
  (campaigns || []).forEach((campaign) => {
    const { id: campaignId, goal } = campaign.spec;
    const scope = caps.scopes[campaign.scopes[0]![0]];
    if (!scope || !scope.shown.some((one) => now - one[0] <= goal!.within)) return;
    settle(core, campaignId, exposuresOf(core).filter((one) => one.campaign == campaignId), 'convert', '');
  });
}
