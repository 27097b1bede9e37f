import { score } from '@tactful/engine';
import { expertModel, FEATURES, STATES, type IntentState } from '@tactful/protocol';
import { expect, it } from 'vitest';
import sessions from './golden.json' with { type: 'json' };

/** `null` stands for unknown: JSON has no `undefined`. */
type Features = Readonly<Record<string, number | null>>;
type Golden = readonly [state: IntentState, name: string, both: Features, positive: Features, negative: Features];

const golden = sessions as unknown as readonly Golden[];
const { states } = expertModel(STATES);
const known = (features: Features): Record<string, number> => Object.fromEntries(Object.entries(features).filter(([, value]) => value !== null)) as Record<string, number>;

it.each(golden)('%s: %s', (state, _name, both, positive, negative) => {
  const [is, isNot] = [positive, negative].map((own) => score(states[state]!, known({ ...both, ...own })).probability) as [number, number];
  // Half is the threshold that recipes and guides begin with: a pair lies on both its sides.
  expect(is).toBeGreaterThan(0.5);
  expect(isNot).toBeLessThan(0.5);
});

it.each(STATES)('%s has eight pairs or more, of features that exist', (state) => {
  const own = golden.filter(([of]) => of === state);
  expect(own.length).toBeGreaterThanOrEqual(8);
  const names = new Set<string>(FEATURES.map(({ name }) => name));
  expect(own.flatMap(([, , ...parts]) => parts.flatMap((part) => Object.keys(part))).filter((name) => !names.has(name))).toEqual([]);
});

it('of who is about to leave and who is about to buy, both may be true, and neither', () => {
  const both = { 'seconds.product': 300, 'views.product': 8, 'cart.items': 2, 'cart.added': 2, 'cart.idle_seconds': 180, 'views.checkout': 2, 'session.backtracks': 1, 'session.exit_intents': 1, 'cart.revisits': 1, 'visitor.sessions': 1 };
  for (const state of ['abandon', 'likely_buyer'] as const) {
    expect(score(states[state]!, both).probability).toBeGreaterThan(0.5);
    expect(score(states[state]!, { 'session.pages': 2 }).probability).toBeLessThan(0.1);
  }
});

it('knows nothing of a session that has just begun: no state above 0.1, and nothing unknown speaks for one', () => {
  for (const state of STATES) {
    const { probability, contributions } = score(states[state]!, {});
    expect(probability).toBeLessThan(0.1);
    expect(Math.max(...Object.values(contributions))).toBeLessThan(0.5);
  }
});

it('stretches money to the site’s currency', () => {
  const worth = (currency: string, value: number): number => score(expertModel(['high_value'], currency).states.high_value!, { 'cart.value': value, 'cart.items': 2 }).probability;
  expect(worth('JPY', 40_000)).toBe(worth('EUR', 200));
  expect(worth('EUR', 40_000)).toBeGreaterThan(worth('EUR', 100));
  expect(worth('XXX', 200)).toBe(worth('EUR', 200));
});
