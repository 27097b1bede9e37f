import type { Compiled } from '@tactful/protocol';
import type { SiteFacts } from '../store/SiteFacts.ts';
import { controlsOf } from './controlsOf.ts';
import { namesOf } from './namesOf.ts';

/** Reads off what devices are given what intake, claims and reports need. Goals, shares and names of what is gone stay, for summaries that come late. */
export function factsOf({ device, offers }: Pick<Compiled, 'device' | 'offers'>, before: SiteFacts | null): SiteFacts {
  const names = namesOf({ device }, before?.names);
  const present = device.campaigns.flatMap(({ id, goal }) => (goal ? [[id, goal] as const] : []));
  const goals = new Map([...Object.entries(before?.goals ?? {}), ...present]);
  return {
    ...(device.site.currency === undefined ? {} : { currency: device.site.currency }),
    halt: device.halt === true,
    goals: Object.fromEntries(names.campaigns.flatMap(([id]) => (goals.has(id) ? [[id, goals.get(id)!]] : []))),
    controls: controlsOf(device, { before: before?.controls, named: names.campaigns.map(([id]) => id) }),
    offers, names,
  };
}
