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
const text = JSON.stringify(config);

/** Every place in a value, as the keys that lead there. */
const placesOf = (value: unknown, at: readonly string[] = []): string[][] =>
  value && typeof value == 'object' ? Object.keys(value).flatMap((key) => [[...at, key], ...placesOf((value as Record<string, unknown>)[key], [...at, key])]) : [];
const PLACES = placesOf(JSON.parse(text));
const GONE = Symbol('gone');
const anything = fc.oneof(
  fc.constantFrom<unknown>(GONE, null, 0, -1, 1e308, '', 'x', '__proto__', 'constructor', [], {}, [[]], [null], { a: 1 }, true, 'type:checkout', { on: 'dwell' }, [{ on: 'sequence', of: [] }], { all: [] }, { not: null }, 'a'.repeat(5_000)),
  fc.jsonValue({ maxDepth: 2 }),
);

/** The configuration as served, with something else in one place. */
function damaged([place, value]: readonly [string[], unknown]): unknown {
  const served = JSON.parse(text);
  const key = place[place.length - 1]!;
  const holder = place.slice(0, -1).reduce((of, name) => of[name], served);
  if (value === GONE) delete holder[key];
  else holder[key] = value;
  // What is gone from a list is null on the wire.
  return JSON.parse(JSON.stringify(served));
}

/** A visit that meets every clause, looked at as a page and its panel do. */
function visit(read: DeviceConfig): void {
  let at = START;
  const engine = createEngine({ config: read, at, visitor: 'v', session: 's', random: () => 0.5, traits: { device: 'desktop', utcOffsetMinutes: 0 } });
  const observe = (fact: object): void => engine.observe({ at: at += 700, ...fact } as Observation);
  const facts = [
    { kind: 'permission', permission: { show: 'full', measured: true, capsKnown: true } }, { kind: 'time', server: at }, { kind: 'visibility', visible: true }, { kind: 'focus', focused: true },
    ...['home', 'cart', 'checkout'].flatMap((page) => [
      { kind: 'page', page, type: page }, { kind: 'input' }, { kind: 'scroll', percent: 90 }, { kind: 'over', target: 0, inside: true }, { kind: 'seen', target: 0, ratio: 1 }, { kind: 'click', target: 0 },
      ...['a', 'b', 'b', 'add_to_cart', 'view_cart', 'purchase'].map((name) => ({ kind: 'event', name, props: { value: 3 } })), { kind: 'signal', id: 'saved' }, { kind: 'cart', value: 90, currency: 'USD', items: 2 },
      { kind: 'form_error', form: 'f', targets: [0] }, { kind: 'form_error', form: 'f', targets: [0] }, { kind: 'error' }, { kind: 'exit_intent' },
    ]),
  ];
  for (const fact of facts) {
    observe(fact);
    at += 9_000;
    engine.tick(at);
    engine.nextDeadline();
    const due = engine.due();
    const exposed = due && engine.expose(due.campaign, {});
    if (exposed) observe({ kind: 'outcome', exposure: exposed.exposure.id, outcome: 'dismiss', reason: 'close' });
  }
  engine.explain();
  JSON.stringify([engine.summary(), engine.carry()]);
}

it('a configuration with anything in any place is refused, or nothing of it throws in the engine', () => {
  let read = 0;
  fc.assert(fc.property(fc.tuple(fc.constantFrom(...PLACES), anything), (change) => {
    const taken = readConfig(damaged(change));
    if (!taken) return;
    read++;
    visit(taken);
  }), { numRuns: 1_000 });
  expect(read).toBeGreaterThan(400);
});

it.each<[string, string[], unknown, string]>([
  ['a list of names that is none', ['campaigns', '1', 'trigger', 'clauses', '0', 'resetOn'], true, 'trigger'],
  ['a condition without its operator', ['campaigns', '2', 'conditions', 'any', '0', 'op'], GONE, 'conditions'],
  ['a condition that is nothing', ['campaigns', '2', 'conditions', 'any', '0'], null, 'conditions'],
])('%s makes its campaign ineligible, and no other', (_name, place, value, path) => {
  const engine = createEngine({ config: readConfig(damaged([place, value]))!, at: START, visitor: 'v', session: 's', random: () => 0.5 });
  const bad = engine.explain().filter(({ gates: [status] }) => !status!.passed);
  expect(bad.map(({ campaign, gates }) => [campaign, gates[0]!.value])).toEqual([[config.campaigns[Number(place[1])]!.id, 'unsupported:' + path]]);
});

it.each([1e9, 'x', {}, { states: { abandon: { terms: [0] } } }, { states: { abandon: { bias: 0, trees: { features: ['x'], roots: [0] } } } }])('a model that is none (%j) scores nothing; the campaigns that ask for no intent live', (model) => {
  visit(readConfig({ ...config, model })!);
});
