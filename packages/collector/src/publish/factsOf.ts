import type { Compiled } from '@tactful/protocol';
import type { SiteFacts } from '../store/SiteFacts.ts';

/** Reads off what devices are given what intake, claims and reports need. Goals of campaigns that are gone stay, for exposures that come late. */
export function factsOf({ device, offers }: Compiled, before: SiteFacts | null): SiteFacts {
  const goals = device.campaigns.flatMap(({ id, goal }) => (goal ? [[id, goal] as const] : []));
  return {
    ...(device.site.currency === undefined ? {} : { currency: device.site.currency }),
    halt: device.halt === true,
    goals: { ...before?.goals, ...Object.fromEntries(goals) },
    offers,
  };
}
