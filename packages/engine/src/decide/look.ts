import { inspectCampaign, type EpochMs } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { openAt } from './openAt.ts';

/** What a closer look at a campaign tells. */
export interface Look {
  /** The path of what this device cannot do; empty when it can do all. */
  readonly unsupported: string;
  /** From trusted time to when the schedule is open next. */
  readonly openAt?: (now: EpochMs) => EpochMs;
}

/** Looks at a campaign the first time it is judged: most never are. */
export function look({ looks, campaigns, traits }: Core, id: string): Look {
  if (!looks[id]) {
    const { spec } = campaigns[id]!;
    const { schedule, unsupported = inspectCampaign(spec) } = spec;
    try {
      looks[id] = { unsupported, ...(schedule && !unsupported && { openAt: openAt(schedule, traits ? traits.utcOffsetMinutes : 0) }) };
    } catch (_error) {
      // A time zone or a date that this device does not know.
      looks[id] = { unsupported: 'schedule' };
    }
  }
  return looks[id]!;
}
