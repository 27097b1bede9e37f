import { createCore, DECIDE, due, KEEP, nextDeadline, observe, SENSE, take, tick, type EngineCore, type Observation } from '@tactful/engine';
import { LIMITS } from '@tactful/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyVisit, BUSY, BUSY_SITE } from './anyVisit.ts';
import { deviceOf } from './deviceOf.ts';

const START = 1_795_168_800_000;
const config = deviceOf([
  ...BUSY,
  // Shown as often as it is asked for, and one that never comes about.
  { trigger: { any: [{ on: 'event', name: 'show' }] }, goal: { event: 'purchase', within: '24h' } },
  { trigger: { any: [{ on: 'event', name: 'a', times: 3, within: '1s' }] } },
], { groups: BUSY_SITE.groups });

/** The memory itself, before anything is cut to fit a summary or what is carried. */
const begin = (): EngineCore => createCore({ config, at: START, visitor: 'v', session: 's', random: () => 0.5, stages: { ...DECIDE, ...KEEP, ...SENSE } });

/** Entries of all lists and records in the memory, by field. */
function entries(core: EngineCore): Record<string, number> {
  const within = (value: unknown): number => (value && typeof value == 'object' ? Object.values(value).reduce<number>((sum, one) => sum + 1 + within(one), 0) : 0);
  const memory: Record<string, unknown> = Object.fromEntries(core.remembered.map((name) => [name, core[name as keyof EngineCore]]));
  const parts = { ...memory, ...core.tally, ...core.caps, unsure: core.unsure, tally: null, caps: null, row: Object.values(core.rows).sort((a, b) => b.length - a.length)[0] };
  return Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, within(value)]));
}

const CAMPAIGNS = config.campaigns.length;
const CLAUSES = config.campaigns.reduce((sum, { trigger }) => sum + trigger.clauses.length, 0);
/** Rows and runs that forms may make, and impressions kept per scope: the engine's own numbers. */
const ROWS = 2_000, RUNS = 1_000, KEPT = 50;
const EXPOSURE = 12 + 20 * 3;
/** Entries with their fields that a field may hold at most; one that is not named holds no list or record that grows. */
const MOST: Readonly<Record<string, number>> = {
  attributes: 40, steps: 100, inView: LIMITS.targets, over: LIMITS.targets, due: CLAUSES, open: CAMPAIGNS * 10,
  // A clause remembers as many occurrences as make it fire (`row`: three at most here), one on forms for each form.
  rows: CLAUSES * 5 + ROWS * 4, row: 3, runs: RUNS + 1,
  scopes: (CAMPAIGNS + 2) * (4 + KEPT * 3), arms: CAMPAIGNS, shownOnVisit: CAMPAIGNS + 2, slot: EXPOSURE,
  pages: LIMITS.pages * 4, signals: config.signals.length * 3, counts: 40, gates: CAMPAIGNS * 20, loss: 20,
  exposures: LIMITS.exposures * EXPOSURE, goals: LIMITS.goals * 6, snapshots: 4 * (4 + LIMITS.features), unsure: 50 * 12,
};
const FEW = 12;
const tooMany = (core: EngineCore): [string, number][] => Object.entries(entries(core)).filter(([name, count]) => count > (MOST[name] ?? FEW));

/** What is due is shown, and closed at once. */
function settle(core: EngineCore, at: number): void {
  for (let next = due(core); next; next = due(core)) {
    const { exposure } = take(core, next.campaign, {})!;
    observe(core, { at, kind: 'outcome', exposure: exposure.id, outcome: 'dismiss', reason: 'close' });
  }
}

/** Everything that a page names itself, under a name that was never there before; a minute passes each time. */
function flood(core: EngineCore, rounds: number): void {
  for (const fact of [{ kind: 'permission', permission: { show: 'full', measured: true, capsKnown: true } }, { kind: 'visibility', visible: true }, { kind: 'focus', focused: true }]) {
    observe(core, { at: START, ...fact } as Observation);
  }
  for (let n = 0; n < rounds; n++) {
    const at = START + n * 60_000;
    const tell = (fact: object): void => {
      observe(core, { at, ...fact } as Observation);
      settle(core, at);
    };
    tell({ kind: 'input' });
    tell({ kind: 'page', page: `page${n}`, type: 'product' });
    for (const name of ['a', 'show', 'view_cart', 'begin_checkout']) tell({ kind: 'event', name, props: { [`prop${n}`]: n, value: n, currency: 'EUR' } });
    tell({ kind: 'event', name: `event${n}`, props: { transaction_id: `order${n}` } });
    tell({ kind: 'event', name: 'purchase', props: { transaction_id: `order${n}`, value: 1, currency: 'EUR' } });
    tell({ kind: 'signal', id: `signal${n}` });
    for (const kind of ['form_error', 'form_error', 'form_success']) tell({ kind, form: `form${n}.${kind}`, targets: [n % 7] });
    tell({ kind: 'form_error', form: `open${n}`, targets: [] });
    tell({ kind: 'attributes', values: { [`name${n}`]: `text${n}`, x: n } });
    for (const kind of ['over', 'seen', 'click']) tell({ kind, target: n, inside: true, ratio: 1 });
    tell({ kind: 'error' });
    tell({ kind: 'exit_intent' });
    tell({ kind: 'impression', exposure: `exposure${n}` });
  }
}

it('a page that never stops inventing names fills the memory, and it runs over nowhere', () => {
  const core = begin();
  flood(core, 3_000);
  expect(tooMany(core)).toEqual([]);
  // It was filled indeed.
  const { attributes, goals, loss } = entries(core);
  expect(attributes).toBe(MOST['attributes']);
  // What the host calls a page stays there: a summary knows names of the configuration, and types.
  expect(Object.keys(core.tally.pages)).toEqual(['product']);
  expect(goals).toBeGreaterThanOrEqual(LIMITS.goals * 4);
  expect(loss).toBeGreaterThan(0);
});

it('forms that never fail twice fill it no more than others, and the next one that does is heard', () => {
  const core = createCore({ config: deviceOf([{ trigger: { any: [{ on: 'form_error', consecutive: 2 }] } }]), at: START, visitor: 'v', session: 's', random: () => 0.5, stages: { ...DECIDE, ...KEEP, ...SENSE } });
  const fail = (form: string): void => observe(core, { at: START, kind: 'form_error', form, targets: [] });
  observe(core, { at: START, kind: 'page', page: 'home', type: 'home' });
  for (let n = 0; n < ROWS + 500; n++) fail(`form${n}`);
  expect(Object.keys(core.rows).length).toBeLessThan(ROWS);
  fail('last');
  expect(core.open).toEqual({});
  fail('last');
  expect(core.open).toHaveProperty('c1');
});

it('whatever happened, the memory itself is bounded', () => {
  fc.assert(fc.property(anyVisit(300), (steps) => {
    const core = begin();
    let at = START;
    for (const [gap, fact] of steps) {
      if (gap > 0 && gap < Infinity) at += gap;
      for (let next = nextDeadline(core), n = 0; next <= at && n < 200; next = nextDeadline(core), n++) tick(core, next);
      observe(core, { at, ...fact } as Observation);
      settle(core, at);
    }
    expect(tooMany(core)).toEqual([]);
  }), { numRuns: 200 });
});
