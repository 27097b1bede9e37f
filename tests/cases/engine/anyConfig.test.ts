import { createEngine, type Observation } from '@tactful/engine';
import { readConfig, type DeviceConfig } from '@tactful/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BUSY, BUSY_SITE } from './anyVisit.ts';
import { deviceOf } from './deviceOf.ts';
import { START } from './play.ts';

const FORM = { id: 'seven', bias: 0, terms: [['cart.value', 1, 0, 'identity'], ['session.pages', 1, 0, 'step', 2]] };
const config = {
  ...deviceOf([...BUSY, { trigger: { any: [{ on: 'intent', state: 'abandon', gte: 0.5 }, { on: 'sequence', of: [{ on: 'page', page: 'cart' }, { on: 'event', name: 'b' }], within: '5m' }] } }], BUSY_SITE),
  model: { id: 'm', states: { abandon: { bias: FORM.bias, terms: FORM.terms } } },
};
/** One campaign that says all that a campaign can say of what it shows. */
const wordy = deviceOf([{
  trigger: { any: [{ on: 'event', name: 'a' }] }, group: 'g', goal: { event: 'purchase', within: '24h' }, control: 0.1,
  conditions: { all: [{ feature: 'cart.value', gte: 0 }, { not: { feature: 'session.pages', gt: 9 } }] }, schedule: { hours: ['mon-sun 00:00-24:00'], timeZone: 'UTC' },
  message: { kind: 'chat', title: { en: 'Ask' }, chat: [{ id: 'a', say: { en: 'Yes?' }, replies: [{ label: { en: 'Where?' }, action: { kind: 'link', label: { en: 'Go' }, url: 'https://a.example' } }] }] },
  variants: [
    { id: 'b', weight: 3, message: { title: { en: 'Or so' } } },
    { id: 'c', message: { kind: 'survey', survey: [{ id: 'q', ask: { en: 'Why?' }, kind: 'single', answers: [{ id: 'x', label: { en: 'So' } }, { id: 'y', label: { en: 'No' } }] }] } },
  ],
}], BUSY_SITE);

/** Every place in a value, as the keys that lead there. */
const placesOf = (value: unknown, at: readonly string[] = []): string[][] =>
  value && typeof value == 'object' ? Object.keys(value).flatMap((key) => [[...at, key], ...placesOf((value as Record<string, unknown>)[key], [...at, key])]) : [];
const GONE = Symbol('gone');
const anything = fc.oneof(
  fc.constantFrom<unknown>(GONE, null, 0, -1, 1e308, '', 'x', '__proto__', 'constructor', [], {}, [[]], [null], { a: 1 }, true, 'type:checkout', { on: 'dwell' }, [{ on: 'sequence', of: [] }], { all: [] }, { not: null }, 'a'.repeat(5_000)),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The configuration as served, with something else in one place. */
function damaged(whole: unknown, [place, value]: readonly [string[], unknown]): unknown {
  const served = JSON.parse(JSON.stringify(whole));
  const key = place[place.length - 1]!;
  const holder = place.slice(0, -1).reduce((of, name) => of[name], served);
  if (value === GONE) delete holder[key];
  else holder[key] = value;
  // What is gone from a list is null on the wire.
  return JSON.parse(JSON.stringify(served));
}

/** A visit that meets every clause, or the few `facts` that are given, looked at as a page and its panel do. */
function visit(read: DeviceConfig, given?: readonly object[]): void {
  let at = START;
  const engine = createEngine({ config: read, at, visitor: 'v', session: 's', random: () => 0.5, traits: { device: 'desktop', utcOffsetMinutes: 0 } });
  // Before anything may be shown, too.
  engine.explain();
  const observe = (fact: object): void => engine.observe({ at: at += 700, ...fact } as Observation);
  const facts = [
    { kind: 'permission', permission: { show: 'full', measured: true, capsKnown: true } }, { kind: 'time', server: at }, { kind: 'visibility', visible: true }, { kind: 'focus', focused: true },
    ...['home', 'cart', 'checkout'].flatMap((page) => [
      { kind: 'page', page, type: page }, { kind: 'input' }, { kind: 'scroll', percent: 90 }, { kind: 'over', target: 0, inside: true }, { kind: 'seen', target: 0, ratio: 1 }, { kind: 'click', target: 0 },
      ...['a', 'b', 'b', 'add_to_cart', 'view_cart', 'purchase'].map((name) => ({ kind: 'event', name, props: { value: 3 } })), { kind: 'signal', id: 'saved' }, { kind: 'cart', value: 90, currency: 'USD', items: 2 },
      { kind: 'form_error', form: 'f', targets: [0] }, { kind: 'form_error', form: 'f', targets: [0] }, { kind: 'error' }, { kind: 'exit_intent' },
    ]),
  ];
  for (const fact of given ?? facts) {
    observe(fact);
    at += 9_000;
    engine.tick(at);
    engine.nextDeadline();
    const due = engine.due();
    const exposed = due && engine.expose(due.campaign, {});
    if (exposed) observe({ kind: 'outcome', exposure: exposed.exposure.id, outcome: 'dismiss', reason: 'close' });
  }
  for (const { campaign } of engine.explain()) engine.force(campaign);
  JSON.stringify([engine.summary(), engine.carry()]);
}

it('a configuration with anything in any place is refused, or nothing of it throws in the engine', () => {
  let read = 0;
  fc.assert(fc.property(fc.tuple(fc.constantFrom(...placesOf(config)), anything), (change) => {
    const taken = readConfig(damaged(config, change));
    if (!taken) return;
    read++;
    visit(taken);
  }), { numRuns: 900 });
  expect(read).toBeGreaterThan(400);
});

const FEW = [{ kind: 'permission', permission: { show: 'full', measured: true, capsKnown: true } }, { kind: 'time', server: START }, { kind: 'visibility', visible: true }, { kind: 'page', page: 'home', type: 'home' }, { kind: 'event', name: 'a' }];

it('a campaign that says all that one can, with anything in any place, is refused, ineligible, or shown without a throw', () => {
  const places = placesOf(wordy);
  const play = (change: readonly [string[], unknown]): void => {
    const taken = readConfig(damaged(wordy, change));
    if (taken) visit(taken, FEW);
  };
  // What is nothing, and a list of nothing, in each of them.
  for (const place of places) for (const value of [null, [null]]) expect(() => play([place, value]), `${place.join('.')} = ${JSON.stringify(value)}`).not.toThrow();
  fc.assert(fc.property(fc.tuple(fc.constantFrom(...places), anything), play), { numRuns: 1_000 });
});

it.each<[string, string[], unknown, string]>([
  ['a list of names that is none', ['campaigns', '1', 'trigger', 'clauses', '0', 'resetOn'], true, 'trigger'],
  ['a condition without its operator', ['campaigns', '2', 'conditions', 'any', '0', 'op'], GONE, 'conditions'],
  ['a condition that is nothing', ['campaigns', '2', 'conditions', 'any', '0'], null, 'conditions.any[0]'],
])('%s makes its campaign ineligible, and no other', (_name, place, value, path) => {
  const engine = createEngine({ config: readConfig(damaged(config, [place, value]))!, at: START, visitor: 'v', session: 's', random: () => 0.5 });
  const bad = engine.explain().filter(({ gates: [status] }) => !status!.passed);
  expect(bad.map(({ campaign, gates }) => [campaign, gates[0]!.value])).toEqual([[config.campaigns[Number(place[1])]!.id, 'unsupported:' + path]]);
});

it.each<[string[], unknown, string]>([
  [['variants'], [null], 'variants[0]'], [['variants', '1'], 5, 'variants[1]'], [['goal'], null, 'goal'], [['message', 'chat'], ['x'], 'message.chat[0]'], [['message', 'chat', '0', 'replies', '0'], [], 'message.chat[0].replies[0]'],
  [['variants', '1', 'message', 'survey', '0', 'answers'], [{ id: 'x', label: 'So' }, 'y'], 'variants[1].message.survey[0].answers[1]'],
])('of what is shown, %j as %j is unsupported: %s', (place, value, path) => {
  const engine = createEngine({ config: readConfig(damaged(wordy, [['campaigns', '0', ...place], value]))!, at: START, visitor: 'v', session: 's', random: () => 0.5 });
  expect(engine.explain()[0]!.gates[0]).toMatchObject({ gate: 'status', passed: false, value: 'unsupported:' + path });
});

it.each([1e9, 'x', {}, { states: { abandon: { terms: [0] } } }, { states: { abandon: { bias: 0, trees: { features: ['x'], roots: [0] } } } }])('a model that is none (%j) scores nothing; the campaigns that ask for no intent live', (model) => {
  visit(readConfig({ ...config, model })!);
});
