import { STATES } from '../features.ts';
import type { DeviceModel } from '../model/DeviceModel.ts';
import { expertModel } from '../model/expertModel.ts';
import type { CampaignSource } from '../source/campaign.ts';
import { clausesOf } from '../source/clausesOf.ts';
import { comparisonsOf } from '../source/condition.ts';
import type { ConfigSource } from '../source/configuration.ts';

/**
 * The model that these campaigns need: the states that a condition or a clause names, or all where the site asks for them with `model`. Each is the learned score where there is
 * one, else the expert's; `"model": "expert"` keeps what was learned out.
 */
export function compileModel({ model, site }: ConfigSource, campaigns: readonly CampaignSource[], learned?: DeviceModel): DeviceModel | undefined {
  const named = new Set(campaigns.flatMap(({ trigger, conditions }) => [
    ...clausesOf(trigger).map(({ clause }) => (clause.on === 'intent' ? `intent.${clause.state}` : '')),
    ...(conditions ? comparisonsOf(conditions, '').map(({ comparison }) => comparison.feature) : []),
  ]));
  const states = STATES.filter((state) => model !== undefined || named.has(`intent.${state}`));
  if (!states.length) return undefined;
  const expert = expertModel(states, site?.currency);
  const own = states.filter((state) => model !== 'expert' && learned?.states[state]);
  if (!learned || !own.length) return expert;
  return { id: learned.id, states: { ...expert.states, ...Object.fromEntries(own.map((state) => [state, learned.states[state]])) } };
}
