import type { Exposure, Goal, Summary } from '@tactful/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeExposure, makeGoal, makeSummary } from '../../../../tests/worker/harness/makeSummary.ts';
import { openSql } from '../../../../tests/worker/harness/openSql.ts';
import { createShardStores, type ShardStores } from './createShardStores.ts';
import { createTally } from './createTally.ts';
import { ingest } from './ingest.ts';
import { beginRecount, compareWith } from './recount.ts';
import { SHARD_SCHEMA } from './schema.ts';

const NOW = 1_800_000_000_000, DAY = '2027-01-15', WITHIN = 20_000;
const facts = { currency: 'EUR', goals: { stall: { event: 'purchase', within: WITHIN } }, controls: {} };
const OUTCOMES = ['none', 'ignore', 'dismiss', 'click', 'convert'] as const;

/** What a tab went through up to some moment: what it tells with `seq` holds all that it told before. */
interface Step { readonly active: number; readonly meets: number; readonly outcome: number; readonly buys: number; readonly machine: boolean; readonly signals: number }
interface Tab { readonly visitor: string; readonly session: string; readonly part: string; readonly steps: readonly Step[] }

const step: fc.Arbitrary<Step> = fc.record({ active: fc.nat(9), meets: fc.nat(2), outcome: fc.nat(2), buys: fc.nat(1), machine: fc.nat(19).map((n) => n === 0), signals: fc.nat(3) });
const tabs: fc.Arbitrary<Tab[]> = fc.uniqueArray(
  fc.record({ visitor: fc.constantFrom('ann', 'bob'), session: fc.constantFrom('1', '2'), part: fc.constantFrom('p1', 'p2', 'p3'), steps: fc.array(step, { minLength: 1, maxLength: 4 }) }),
  { selector: ({ visitor, session, part }) => visitor + session + part, minLength: 1, maxLength: 7 },
);

/** An exposure's own facts follow from its name: two tabs of a session may tell of the same. */
const exposureOf = (tab: Tab, n: number, outcome: number): Exposure => makeExposure({ id: `e${n}`, at: 1_000 + 9_000 * n, arm: tab.visitor === 'bob' && n % 2 ? 'control' : 'treatment', outcome: OUTCOMES[outcome]!, reason: '' });
/** The first order of both visitors is seen in both of their sessions. */
const goalOf = (tab: Tab, n: number): Goal => makeGoal({ id: n === 0 ? 'order' : `order-${tab.session}-${n}`, at: 12_000 + 7_000 * n + 500 * Number(tab.session), value: 10 * (n + 1) });

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);
function told(tab: Tab, upTo: number): Summary {
  const past = tab.steps.slice(0, upTo);
  const met = Math.min(4, sum(past.map(({ meets }) => meets))), bought = Math.min(3, sum(past.map(({ buys }) => buys)));
  const outcome = Math.min(4, sum(past.map((one) => one.outcome)));
  return makeSummary({
    visitor: tab.visitor, session: `${tab.visitor}-${tab.session}`, part: tab.part, seq: upTo, startedAt: 500, durationMs: 59_000, activeMs: sum(past.map(({ active }) => active)),
    bot: past.some(({ machine }) => machine) ? 1 : 0, signals: { ask: { count: sum(past.map(({ signals }) => signals)), longestRun: 1 } },
    exposures: Array.from({ length: met }, (_, n) => exposureOf(tab, n, outcome)), goals: Array.from({ length: bought }, (_, n) => goalOf(tab, n)),
  });
}

/** What the sums have to be, reckoned plainly from the last that each tab told. */
function expected(last: readonly Summary[]): ReturnType<typeof sums> {
  const tally = createTally();
  const site = (measure: string, n: number): void => tally.add({ day: DAY, kind: 'site', subject: '', arm: '', measure }, n);
  for (const ofVisitor of Map.groupBy(last, ({ visitor }) => visitor).values()) {
    const sessions = [...Map.groupBy(ofVisitor, ({ session }) => session).values()];
    const people = sessions.filter((parts) => parts.every(({ bot }) => bot < 0.5));
    site('bots', sessions.length - people.length);
    site('sessions', people.length);
    site('visitors', people.length > 0 ? 1 : 0);
    site('activeMs', sum(people.flat().map(({ activeMs }) => activeMs)));
    tally.add({ day: DAY, kind: 'signal', subject: 'ask', arm: '', measure: 'count' }, sum(people.flat().map(({ signals }) => signals['ask']!.count)));
    tally.add({ day: DAY, kind: 'signal', subject: 'ask', arm: '', measure: 'sessions' }, people.length);
    const goals = new Map<string, Goal>();
    for (const goal of people.flat().flatMap((part) => part.goals)) if ((goals.get(goal.id)?.at ?? Infinity) > goal.at) goals.set(goal.id, goal);
    site('goals', goals.size);
    site('purchases', goals.size);
    const met = people.flatMap((parts) => [...Map.groupBy(parts.flatMap(({ exposures }) => exposures), ({ id }) => id).values()]
      .map((same) => same.reduce((a, b) => (OUTCOMES.indexOf(b.outcome) > OUTCOMES.indexOf(a.outcome) ? b : a))));
    const add = (arm: string, measure: string, n = 1): void => tally.add({ day: DAY, kind: 'campaign', subject: 'stall', arm, measure }, n);
    for (const { arm, outcome } of met) {
      add(arm, 'exposures');
      if (arm === 'control' || outcome !== 'none') add(arm, 'impressions');
      if (arm === 'treatment' && outcome !== 'none') site('exposures', 1);
      add(arm, `outcome:${outcome}`);
    }
    if (met.length === 0) continue;
    const arms = new Set(met.map(({ arm }) => arm)), arm = arms.size > 1 ? 'mixed' : [...arms][0]!;
    const first = Math.min(...met.map(({ at }) => at));
    const after = [...goals.values()].filter(({ at }) => at >= first && at <= first + WITHIN);
    add(arm, 'visitors');
    if (after.length === 0) continue;
    const mills = 1_000 * sum(after.map(({ value }) => value!));
    add(arm, 'conversions');
    add(arm, 'buyers');
    add(arm, 'mills', mills);
    add(arm, 'mills2', mills * mills);
  }
  return sums(tally.rows());
}

/** Cells by name; of money all classes together, which are another's test. */
function sums(rows: readonly { readonly kind: string; readonly subject: string; readonly arm: string; readonly measure: string; readonly n: bigint }[]): Record<string, bigint> {
  const by = Map.groupBy(rows, ({ kind, subject, arm, measure }) => [kind, subject, arm, measure.replace(/^(buyers|mills2?):.*$/, '$1')].join('/'));
  return Object.fromEntries([...by].map(([name, cells]) => [name, cells.reduce((all, { n }) => all + n, 0n)]));
}

const open = (): ShardStores => createShardStores(openSql(SHARD_SCHEMA.filter((one) => typeof one === 'string')).sql);

it('parts, late, twice, in any order and cut into any bodies, count as the last that each tab told', () => {
  fc.assert(fc.property(tabs, fc.array(fc.record({ at: fc.nat(), size: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 12 }), (list, cuts) => {
    const stores = open();
    const all = list.flatMap((tab) => tab.steps.map((_step, n) => told(tab, n + 1)));
    // Pieces of what was told, from anywhere, again and again; in the end everything, backwards.
    const bodies = [...cuts.map(({ at, size }) => all.slice(at % all.length, (at % all.length) + size)), [...all].reverse()];
    for (const summaries of bodies) ingest(stores, { now: NOW, sentAt: 60_000, facts, hooks: [], summaries });
    expect(sums(stores.rollups.all())).toEqual(expected(list.map((tab) => told(tab, tab.steps.length))));
    const recounting = beginRecount(stores);
    while (!recounting.turn());
    expect(compareWith(stores.rollups, recounting.end())).toMatchObject({ differences: [], unmerged: [] });
  }), { numRuns: 100 });
});

it('of a visitor who is made up the first 2,000 exposures count, and no body costs more than they do', () => {
  const stores = open();
  const told = (n: number, outcome: Exposure['outcome'] = 'ignore'): Summary => makeSummary({
    visitor: 'ann', session: `${n}`, seq: outcome === 'ignore' ? 1 : 2, exposures: Array.from({ length: 20 }, (_none, at) => makeExposure({ id: `e${n}-${at}`, outcome })),
  });
  for (let n = 0; n < 120; n++) ingest(stores, { now: NOW, sentAt: NOW, facts, hooks: [], summaries: [told(n)] });
  // One that counts, and one that does not.
  ingest(stores, { now: NOW, sentAt: NOW, facts, hooks: [], summaries: [told(0, 'click'), told(119, 'click')] });
  expect(sums(stores.rollups.all())).toMatchObject({ 'site///sessions': 120n, 'campaign/stall/treatment/exposures': 2_000n, 'campaign/stall/treatment/outcome:click': 20n });
  const recounting = beginRecount(stores);
  while (!recounting.turn());
  expect(compareWith(stores.rollups, recounting.end())).toMatchObject({ differences: [], unmerged: [] });
});
