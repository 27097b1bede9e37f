import type { DeviceClause, DeviceConfig } from '@tactful/protocol';
import type { Campaign, Clause, Prepared } from '../memory.ts';
import { record } from '../record.ts';

/** Makes a configuration ready: clauses are found by what they listen to, so the others cost nothing. */
export function prepare(config: DeviceConfig): Prepared {
  const campaigns = record<Campaign>();
  const clauses = record<Clause>();
  const index: Prepared['index'] = record();
  const goals = record<Campaign[]>();
  const ends = record<Clause[]>();
  const at = <Item>(lists: Record<string, Item>, key: string | number, empty: Item): Item => (lists[key] = lists[key] || empty);
  const put = <Item>(lists: Record<string, Item[]>, key: string | number, item: Item): unknown => at(lists, key, []).push(item);
  const listen = (page: string, on: string, name: string | number, listener: unknown): unknown => put(at(at(index, on, record()), page, record()), name, listener);

  for (const spec of config.campaigns) {
    const { id, goal } = spec;
    const campaign: Campaign = campaigns[id] = { spec, clauses: [] };
    if (goal) put(goals, goal.event, campaign);
    const add = (clause: DeviceClause, step: number, key: string, parent?: Clause): Clause => {
      const { on, page = '', target = '', name = target, of } = clause;
      const one = clauses[key] = { spec: clause, campaign, key, times: clause.consecutive || clause.times || 1, parent, step };
      // The last step first: one fact is not two steps.
      if (of) for (let place = of.length; place--;) add(of[place]!, place, key + place + ':', one);
      else listen(page, on, name, one);
      (clause.resetOn || []).forEach((name) => put(ends, name, one));
      return one;
    };
    campaign.clauses = spec.trigger.clauses.map((clause, place) => add(clause, place, id + '/' + spec.version + '/' + place + ':'));
  }
  for (const { id, on, page = '', target, name = target } of config.signals) listen(page, '+' + on, name!, id);
  return { campaigns, clauses, ends, goals, index };
}
