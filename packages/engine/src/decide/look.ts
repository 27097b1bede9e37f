import { inspectCampaign, type EpochMs, type Probability } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { openAt } from './openAt.ts';
import { share } from './share.ts';

/** What a closer look at a campaign tells. */
export interface Look {
  /** The path of what this device cannot do; empty when it can do all. */
  readonly unsupported: string;
  /** From trusted time to when the schedule is open next. */
  readonly openAt?: (now: EpochMs) => EpochMs;
  /** Where the visitor falls among those it is rolled out to. */
  readonly rolled: Probability;
}

/** Looks at a campaign the first time it is judged: most never are. */
export function look(core: Core, id: string): Look {
  const { looks, campaigns, traits } = core;
  if (!looks[id]) {
    const { spec } = campaigns[id]!;
    const { schedule, unsupported = inspectCampaign(spec) } = spec;
    const rolled = share(core, id, 'rollout');
    try {
      looks[id] = { rolled, unsupported, ...(schedule && !unsupported && { openAt: openAt(schedule, traits ? traits.utcOffsetMinutes : 0) }) };
    } catch (_error) {
      // A time zone or a date that this device does not know.
      looks[id] = { rolled, unsupported: 'schedule' };
    }
  }
  return looks[id]!;
}
