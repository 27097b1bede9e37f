import type { DeviceConfig } from '@tactful/protocol';
import type { DeviceTraits } from '../engine.ts';
import type { Campaign, Clause, Frame } from '../memory.ts';
import { record } from '../record.ts';
import { openAt } from './openAt.ts';

/** Compiles a configuration: clauses are found by what they listen to, so the others cost nothing. */
export function compile(config: DeviceConfig, traits: DeviceTraits | undefined): Pick<Frame, 'campaigns' | 'clauses' | 'index' | 'makers' | 'goals'> {
  const campaigns = record<Campaign>();
  const clauses = record<Clause>();
  const index = record<Clause[]>();
  const makers = record<string[]>();
  const goals = record<Campaign[]>();
  const put = <Item>(lists: Record<string, Item[]>, key: string, item: Item): unknown => (lists[key] = lists[key] || []).push(item);

  for (const spec of config.campaigns) {
    const { id, group, schedule, goal } = spec;
    let unsupported = spec.unsupported || '';
    let scheduled;
    try {
      scheduled = schedule && openAt(schedule, traits ? traits.utcOffsetMinutes : 0);
    } catch (_error) {
      // A time zone or a date that this device does not know.
      unsupported = 'schedule';
    }
    const campaign: Campaign = campaigns[id] = {
      spec, unsupported, clauses: [],
      scopes: [
        [(spec.status == 'shadow' ? 's:' : 'c:') + id, spec.frequency],
        // No group: a scope without caps, that is never charged.
        [group ? 'g:' + group : '', config.groups[group!] || {}],
        ['*', config.frequency],
      ],
      ...(scheduled && { openAt: scheduled }),
    };
    if (goal) put(goals, goal.event, campaign);
    spec.trigger.clauses.forEach((clause, place) => {
      const { on, page = '', target = '', name = target } = clause;
      const key = id + '/' + spec.version + '/' + place + ':';
      const one = clauses[key] = campaign.clauses[place] = { spec: clause, campaign, key, times: clause.consecutive || clause.times || 1 };
      put(index, on + name + '@' + page, one);
      (clause.resetOn || (on == 'form_error' ? ['form_success' + target] : on == 'dwell' && clause.consecutive ? [''] : []))
        .forEach((reset) => put(index, '-' + reset, one));
    });
  }
  for (const { id, on, page = '', target, name = target } of config.signals) put(makers, on + name + '@' + page, id);
  return { campaigns, clauses, index, makers, goals };
}
