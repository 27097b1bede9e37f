/**
 * Prints what an observation costs in the engine: with 10 campaigns that listen alone, and with the same 10 among 1,000
 * (`npm run bench:engine`). Both sides take turns in one run; the figures are medians of their rounds.
 * An observation is what the page does with one: `observe`, then `nextDeadline` and `due`.
 */
import { createEngine, prepare, type Engine, type Observation, type Prepared } from '@tactful/engine';
import type { DeviceCampaign, DeviceClause, DeviceConfig } from '@tactful/protocol';

const ROUNDS = 15;
const WARM_ROUNDS = 5;
const SESSIONS = 40;
const OBSERVATIONS = 500;
const AT = 1_800_000_000_000;

const campaign = (id: string, clause: DeviceClause): DeviceCampaign => ({
  id, version: 1, status: 'live', rollout: 1, priority: 0, trigger: { mode: 'any', clauses: [clause] },
  conditions: { feature: 'cart.value', op: 'gte', value: 50 }, message: { kind: 'card', title: '' },
  frequency: { custom: [{ cap: 1, period: 86_400_000 }] }, control: 0.1, hold: 10_000,
});
const config = (campaigns: readonly DeviceCampaign[]): DeviceConfig => ({
  v: 1, version: 'bench', site: { id: 'bench', salt: 'salt' }, locale: 'en', signals: [], targets: [], events: {}, sources: [], groups: {}, frequency: {},
  holdout: 0, offers: {}, texts: {}, campaigns, pages: [{ id: 'checkout', match: ['/checkout/*'], type: 'checkout' }],
});
/** The rule of the comparison table: three dwells over 10 s in a row on checkout, cart over 50, not shown within 24 h. */
const dwell = (index: number): DeviceCampaign => campaign(`dwell-${index}`, { on: 'dwell', page: 'checkout', for: 10_000, consecutive: 3, within: 1_800_000 });
/** One that every observation of the second stream touches. */
const event = (index: number): DeviceCampaign => campaign(`event-${index}`, { on: 'event', name: 'x', times: 3, within: 1 });
/** What does not care: other pages, other events, other elements. */
const other = (index: number): DeviceCampaign => campaign(`other-${index}`, [
  { on: 'dwell', page: `page-${index}`, for: 10_000, consecutive: 3, within: 1_800_000 },
  { on: 'event', name: `event-${index}`, times: 3 },
  { on: 'hover', target: 10 + index % 190, for: 500 },
  { on: 'exit_intent', page: `page-${index}`, after: 5_000 },
][index % 4] as DeviceClause);

/** A visitor between the shop and its checkout: inputs, scrolls, the pointer, an event now and then. */
function visit(index: number): Omit<Observation, 'at'> {
  const turn = index % 50;
  if (turn == 0) return { kind: 'page', page: 'checkout', type: 'checkout' } as never;
  if (turn == 25) return { kind: 'page', page: null, type: 'product' } as never;
  if (turn % 10 == 3) return { kind: 'scroll', percent: turn } as never;
  if (turn % 10 == 5) return { kind: 'over', target: 3, inside: turn % 20 < 10 } as never;
  if (turn % 10 == 7) return { kind: 'event', name: 'view_item' } as never;
  return { kind: 'input' } as never;
}
const hit = (): Omit<Observation, 'at'> => ({ kind: 'event', name: 'x' }) as never;

/** A configuration, made ready once for all sessions of a side. */
interface Side { readonly config: DeviceConfig; readonly prepared: Prepared }
const side = (campaigns: readonly DeviceCampaign[]): Side => {
  const whole = config(campaigns);
  return { config: whole, prepared: prepare(whole) };
};

const make = (one: Side): Engine => {
  const engine = createEngine({ ...one, at: AT, visitor: 'v', session: 's', random: () => 0.5 });
  for (const fact of [{ kind: 'permission', permission: { show: 'full', measured: true, capsKnown: true } }, { kind: 'visibility', visible: true }, { kind: 'focus', focused: true }]) engine.observe({ at: AT, ...fact } as Observation);
  engine.observe({ at: AT, kind: 'page', page: 'checkout', type: 'checkout' });
  return engine;
};

/** Nanoseconds of processor time per observation (so a busy machine counts less), fresh engines outside the clock. */
function time(one: Side, stream: readonly Observation[]): number {
  const engines = Array.from({ length: SESSIONS }, () => make(one));
  const start = process.cpuUsage();
  for (const engine of engines) for (const observation of stream) {
    engine.observe(observation);
    engine.nextDeadline();
    engine.due();
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) * 1_000 / (SESSIONS * stream.length);
}

const median = (values: number[]): number => values.sort((one, two) => one - two)[values.length >> 1]!;

/** Takes turns, warm-up first. @returns the medians of both sides, and of the second's ratio to the first, turn by turn. */
function compare(lists: readonly (readonly DeviceCampaign[])[], stream: readonly Observation[]): readonly [first: number, second: number, ratio: number] {
  const sides = lists.map(side);
  const times: number[][] = sides.map(() => []);
  for (let round = 0; round < ROUNDS + WARM_ROUNDS; round++) sides.forEach((one, index) => {
    const ns = time(one, stream);
    if (round >= WARM_ROUNDS) times[index]!.push(ns);
  });
  const [first, second] = times as [number[], number[]];
  const ratio = median(first.map((ns, index) => second[index]! / ns));
  return [median(first), median(second), ratio];
}

const list = (length: number, of: (index: number) => DeviceCampaign): DeviceCampaign[] => Array.from({ length }, (_one, index) => of(index));
const stream = (fact: (index: number) => Omit<Observation, 'at'>): Observation[] => Array.from({ length: OBSERVATIONS }, (_one, index) => ({ at: AT + (index + 1) * 250, ...fact(index) }) as Observation);

const print = (label: string, [ten, thousand, ratio]: readonly [number, number, number]): void =>
  console.log(`${label.padEnd(44)}${ten.toFixed(0).padStart(8)} ns ${thousand.toFixed(0).padStart(8)} ns ${ratio.toFixed(2).padStart(8)}`);

console.log(`${'time per observation'.padEnd(44)}${'10 alone'.padStart(11)} ${'in 1,000'.padStart(11)} ${'ratio'.padStart(8)}  (≤ 1.5)`);
const visits = compare([list(10, dwell), [...list(10, dwell), ...list(990, other)]], stream(visit));
print('a visit; 10 wait for three checkout dwells', visits);
const hits = compare([list(10, event), [...list(10, event), ...list(990, other)]], stream(hit));
print('an event that each of the 10 counts', hits);
const [noHit, hundredHits] = compare([[], list(100, event)], stream(hit));
const [noVisit, hundredVisits] = compare([[], list(100, dwell)], stream(visit));
const AIM_NS = 30;
const each = (label: string, all: number, none: number): string => {
  const ns = (all - none) / 100;
  return `${label} ${ns.toFixed(1)} ns${ns > AIM_NS ? ` (over the ${AIM_NS} aimed at)` : ''}`;
};
console.log(`\nper listening campaign and observation, aim ≤ ${AIM_NS} ns: ${each('a visit', hundredVisits, noVisit)}, ${each('an event that each counts', hundredHits, noHit)}; with no campaign ${noVisit.toFixed(0)} and ${noHit.toFixed(0)} ns`);
if (visits[2] > 1.5 || hits[2] > 1.5) process.exitCode = 1;
