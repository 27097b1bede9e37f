import { parseDuration, type Compiled, type ConfigSource } from '@tactful/protocol';
import type { SiteFacts } from '../store/SiteFacts.ts';

/** Reads off a source what intake, claims and reports need. Goals of campaigns that are gone stay, for exposures that come late. */
export function factsOf({ source, compiled, before }: { readonly source: ConfigSource; readonly compiled: Compiled; readonly before: SiteFacts | null }): SiteFacts {
  const goals = (source.campaigns ?? []).flatMap(({ id, goal }) => {
    const within = parseDuration(goal?.within);
    return goal && within !== undefined ? [[id, { event: goal.event, within }] as const] : [];
  });
  return {
    ...(source.site?.currency === undefined ? {} : { currency: source.site.currency }),
    halt: source.halt === true,
    goals: { ...before?.goals, ...Object.fromEntries(goals) },
    offers: compiled.offers,
  };
}
