import { createEngine, type Engine, type EngineOptions, type Observation } from '@tactful/engine';
import { expect, it } from 'vitest';
import { deviceOf } from './deviceOf.ts';

const START = 1_795_168_800_000;
const config = deviceOf([
  { id: 'card', variants: [{ id: 'only', message: { title: { en: 'Varied' } } }], trigger: { any: [{ on: 'event', name: 'a' }] }, goal: { event: 'purchase', within: '24h' } },
  { id: 'quiet', status: 'shadow', trigger: { any: [{ on: 'event', name: 'b' }] } },
]);
const json = <T>(value: T): T => JSON.parse(JSON.stringify(value));

function begin(more: Partial<EngineOptions> = {}): { engine: Engine; tell: (at: number, fact: object) => void } {
  const engine = createEngine({ config, at: START, visitor: 'v', session: 's', random: () => 0.5, ...more });
  const tell = (at: number, fact: object): void => engine.observe({ at: START + at, ...fact } as Observation);
  const now = (more.at ?? START) - START;
  tell(now, { kind: 'permission', permission: { show: 'full', measured: true, capsKnown: true } });
  tell(now, { kind: 'visibility', visible: true });
  tell(now, { kind: 'focus', focused: true });
  if (!more.carried) tell(now, { kind: 'page', page: 'home', type: 'home' });
  return { engine, tell };
}

it('due changes nothing, and tells the message with its variant laid over, until when, and what fired', () => {
  const { engine, tell } = begin();
  expect(engine.due()).toBeNull();
  tell(1_000, { kind: 'event', name: 'a' });
  const before = json(engine.carry());
  expect(engine.due()).toEqual({
    campaign: 'card', variant: 'only', message: { kind: 'card', title: 'Varied' }, until: START + 11_000, fired: [{ on: 'event', name: 'a', times: 1 }],
  });
  expect(json(engine.carry())).toEqual(before);
});

it('expose refuses what is not due', () => {
  const { engine, tell } = begin();
  expect(engine.expose('card', {})).toBeNull();
  tell(1_000, { kind: 'event', name: 'a' });
  expect(engine.expose('quiet', {})).toBeNull();
  expect(engine.expose('unknown', {})).toBeNull();
  expect(engine.expose('card', {})!.message.title).toBe('Varied');
  expect(engine.expose('card', {})).toBeNull();
});

it('force draws live campaigns only, whatever else stands in the way, and counts nothing', () => {
  const { engine } = begin();
  expect(engine.force('card')).toEqual({ kind: 'card', title: 'Varied' });
  expect([engine.force('quiet'), engine.force('unknown')]).toEqual([null, null]);
  expect(engine.summary().exposures).toEqual([]);
  expect(begin({ config: { ...config, halt: true } }).engine.force('card')).toBeNull();
  expect(begin({ config: { ...config, campaigns: config.campaigns.map((one) => ({ ...one, unfit: 'hold' })) } }).engine.force('card')).toBeNull();
});

it('a message of this load keeps its place on the next page of an app; one of the load before is gone', () => {
  const first = begin();
  first.tell(1_000, { kind: 'event', name: 'a' });
  expect(first.engine.expose('card', {})).not.toBeNull();
  first.tell(2_000, { kind: 'page', page: 'cart', type: 'cart' });
  const slot = (engine: Engine): unknown => (json(engine.carry()) as { slot: unknown }).slot;
  expect(slot(first.engine)).toMatchObject({ campaign: 'card' });

  const second = begin({ at: START + 3_000, carried: json(first.engine.carry()) });
  expect(slot(second.engine)).toMatchObject({ campaign: 'card' });
  second.tell(3_000, { kind: 'page', page: 'cart', type: 'cart' });
  expect(slot(second.engine)).toBeNull();
  second.tell(4_000, { kind: 'event', name: 'a' });
  expect(second.engine.expose('card', {})).not.toBeNull();
  second.tell(5_000, { kind: 'page', page: 'home', type: 'home' });
  expect(slot(second.engine)).toMatchObject({ campaign: 'card' });
});

it('urgent after an exposure and after a goal, until the summary is taken', () => {
  const { engine, tell } = begin();
  tell(1_000, { kind: 'event', name: 'a' });
  expect(engine.urgent()).toBe(false);
  engine.expose('card', {});
  expect(engine.urgent()).toBe(true);
  engine.summary();
  expect(engine.urgent()).toBe(false);
  tell(2_000, { kind: 'event', name: 'purchase', props: { value: 1 } });
  expect(engine.urgent()).toBe(true);
});

it('zero keeps what decisions rest on and starts every counter anew', () => {
  const one = begin();
  one.tell(5_000, { kind: 'event', name: 'a' });
  one.engine.expose('card', {});
  const { engine } = begin({ at: START + 5_000, carried: json(one.engine.carry()), zero: true });
  expect(engine.summary()).toMatchObject({ activeMs: 0, pages: {}, counts: {}, exposures: [], goals: [] });
  expect(engine.caps()).toEqual(one.engine.caps());
  expect(engine.explain('card')[0]!.shown).toBe(true);
});

it('a session that ends on a page goes on there in the next one', () => {
  const one = begin();
  one.tell(5_000, { kind: 'event', name: 'a' });
  const { engine } = begin({ at: START + 5_000, carried: json(one.engine.carry()), session: 't' });
  expect(engine.due()).toBeNull();
  expect(engine.summary()).toMatchObject({ activeMs: 0, pages: { home: { views: 1, episodes: 1 } }, counts: { page_views: 1 } });
});

it('a device clock that goes back between two loads goes on from where it stood', () => {
  const one = begin();
  one.tell(60_000, { kind: 'input' });
  const { engine } = begin({ at: START - 3_600_000, carried: json(one.engine.carry()) });
  engine.observe({ at: START - 3_599_000, kind: 'input' });
  expect(engine.activeMs()).toBe(61_000);
  engine.observe({ at: START - 3_599_000, kind: 'event', name: 'a' });
  expect(engine.due()!.until).toBe(START - 3_589_000);
  expect(engine.nextDeadline()).toBe(START - 3_589_000);
});

it('carried state of another session keeps caps, attributes and consent, and no row', () => {
  const one = begin({ config: deviceOf([{ id: 'card', frequency: { lifetime: 1 }, trigger: { any: [{ on: 'event', name: 'a', times: 2 }] } }]) });
  one.tell(1_000, { kind: 'event', name: 'a' });
  one.tell(1_000, { kind: 'attributes', values: { plan: 'pro' } });
  const carried = json(one.engine.carry());
  expect(Object.keys(carried['rows'] as object)).toHaveLength(1);
  const { engine } = begin({ at: START + 2_000, carried, session: 't' });
  expect(engine.carry()).toMatchObject({ rows: {}, attributes: { 'user.plan': 'pro' } });
});

it('a page whose type is recognized later is one view, of that type', () => {
  const { engine, tell } = begin();
  tell(1_000, { kind: 'page', page: null, type: 'other' });
  tell(1_400, { kind: 'page', page: null, type: 'product', again: true });
  tell(2_400, { kind: 'input' });
  expect(engine.summary()).toMatchObject({ pages: { product: { views: 1, episodes: 1, activeMs: 1_400 } }, counts: { page_views: 2 } });
  expect(engine.summary().pages).not.toHaveProperty('other');
});

it.each([
  ['time may lift it', 10, [7_000, 12_000]],
  ['time can’t lift so far', 1, [12_000]],
] as const)('what waits for an intent is looked at each 5 s of active time where %s, and not otherwise', (_name, weight, moments) => {
  const { engine, tell } = begin({ config: {
    ...deviceOf([{ id: 'card', trigger: { any: [{ on: 'event', name: 'a' }] }, conditions: { any: [{ feature: 'user.tier', eq: 'vip' }, { feature: 'intent.high_value', gte: 0.5 }] } }]),
    model: { id: 'm', states: { high_value: { bias: -2, terms: [['session.active_seconds', weight, 0, 'ramp', 0, 100]] } } },
  } });
  tell(2_000, { kind: 'event', name: 'a' });
  const seen: number[] = [];
  for (let next = engine.nextDeadline(); next <= START + 13_000; next = engine.nextDeadline()) {
    seen.push(next - START);
    engine.tick(next);
  }
  expect(seen).toEqual(moments);
});
