import { inspectCampaign, type EpochMs, type Probability } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { evaluate } from './evaluate.ts';
import { openAt } from './openAt.ts';
import { readFeature } from './readFeature.ts';
import { share } from './share.ts';

/** What a closer look at a campaign tells. */
export interface Look {
  /** The path of what this device cannot do; empty when it can do all. */
  readonly unfit: string;
  /** From trusted time to when the schedule is open next. */
  readonly openAt?: ((now: EpochMs) => EpochMs) | false | undefined;
  /** Where the visitor falls among those it is rolled out to. */
  readonly rolled: Probability;
}

/**
 * Looks at a campaign the first time it is judged: most never are. What a release does not know is `inspectCampaign`'s; what is
 * not there, or no list where one belongs, shows when the conditions are read once.
 */
export function look(core: Core, id: string): Look {
  const { looks, campaigns, traits } = core;
  if (!looks[id]) {
    const campaign = campaigns[id]!;
    const { spec, unfit = campaign.unfit = spec.unfit || inspectCampaign(spec) } = campaign;
    const { schedule, conditions } = spec;
    const rolled = share(core, id, 'rollout');
    let part = 'conditions';
    try {
      if (conditions && !unfit) evaluate(conditions, (name) => readFeature(core, name));
      part = 'schedule';
      looks[id] = { rolled, unfit, openAt: !unfit && schedule && openAt(schedule, traits ? traits.utcOffsetMinutes : 0) };
    } catch (_error) {
      // Of schedules: a time zone or a date that this device does not know.
      looks[id] = { rolled, unfit: part };
    }
  }
  return looks[id]!;
}
