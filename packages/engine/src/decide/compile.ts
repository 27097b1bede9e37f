import type { DeviceConfig } from '@tactful/protocol';
import type { DeviceTraits } from '../engine.ts';
import { record } from '../record.ts';
import type { Campaign, Clause } from './clause.ts';
import { openAt } from './openAt.ts';

/**
 * Who listens to what: page → key → listeners. A page is an id, `type:<type>` or empty (anywhere). A key is a clause's
 * kind and its name or target; `-<name>` ends runs, `-` alone is progress; `@<kind>…` makes a named signal.
 */
export type Index = Record<string, Record<string, unknown[]>>;

export interface Compiled {
  readonly campaigns: Record<string, Campaign>;
  readonly index: Index;
  /** Campaigns by their goal's event. */
  readonly goals: Record<string, Campaign[]>;
}

/** Compiles a configuration: clauses are found by what they listen to, so the others cost nothing. */
export function compile(config: DeviceConfig, traits: DeviceTraits | undefined): Compiled {
  const campaigns = record<Campaign>();
  const index: Index = record({ '': record() });
  const goals = record<Campaign[]>();
  let order = 0;
  const put = (page: string | undefined, key: string, listener: unknown): void => {
    const keys = index[page || ''] || (index[page || ''] = record());
    (keys[key] || (keys[key] = [])).push(listener);
  };
  for (const spec of config.campaigns) {
    const { id, group, schedule, goal } = spec;
    const shadow = spec.status == 'shadow';
    let unsupported = spec.unsupported || '';
    let scheduled: Campaign['openAt'];
    try {
      if (schedule) scheduled = openAt(schedule, traits ? traits.utcOffsetMinutes : 0);
    } catch (_error) {
      // A time zone or a date that this device does not know.
      unsupported = 'schedule';
    }
    const clauses: Clause[] = [];
    const campaign: Campaign = {
      spec, unsupported, clauses, open: null,
      scopes: [
        [(shadow ? 's:' : 'c:') + id, spec.frequency],
        [group ? 'g:' + group : '', (group && config.groups[group]) || {}],
        ['*', config.frequency],
      ],
      ...(scheduled && { openAt: scheduled }),
    };
    campaigns[id] = campaign;
    if (goal) (goals[goal.event] || (goals[goal.event] = [])).push(campaign);
    for (const clause of spec.trigger.clauses) {
      const { on, page, target = '', name = target, consecutive, times } = clause;
      const listener: Clause = { spec: clause, campaign, order: order++, times: consecutive || times || 1, due: 0, stamp: -1, at: NaN, rows: {} };
      clauses.push(listener);
      put(page, on + name, listener);
      for (const reset of clause.resetOn || (on == 'form_error' ? ['form_success' + target] : on == 'dwell' && consecutive ? [''] : []))
        put('', '-' + reset, listener);
    }
  }
  for (const signal of config.signals) {
    const { on, page, target = '', name = target } = signal;
    put(page, '@' + on + name, signal);
  }
  return { campaigns, index, goals };
}
