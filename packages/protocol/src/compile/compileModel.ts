import { STATES } from '../features.ts';
import type { DeviceModel } from '../model/DeviceModel.ts';
import { expertModel } from '../model/expertModel.ts';
import type { CampaignSource } from '../source/campaign.ts';
import { clausesOf } from '../source/clausesOf.ts';
import { comparisonsOf } from '../source/condition.ts';
import type { ConfigSource } from '../source/configuration.ts';

/** The model that these campaigns need: the states that a condition or a clause names, or all where the site asks for `"model": "expert"`. */
export function compileModel({ model, site }: ConfigSource, campaigns: readonly CampaignSource[]): DeviceModel | undefined {
  const named = new Set(campaigns.flatMap(({ trigger, conditions }) => [
    ...clausesOf(trigger).map(({ clause }) => (clause.on === 'intent' ? `intent.${clause.state}` : '')),
    ...(conditions ? comparisonsOf(conditions, '').map(({ comparison }) => comparison.feature) : []),
  ]));
  const states = STATES.filter((state) => model === 'expert' || named.has(`intent.${state}`));
  return states.length ? expertModel(states, site?.currency) : undefined;
}
