import { score } from '@tactful/engine';
import { createLearning, evaluate, finish, type LearningState, type Samples } from '@tactful/learner';
import { expertModel, FEATURES, parseModel } from '@tactful/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyFeatures, anyModel } from '../engine/score/anyModel.ts';

const expert = expertModel(['likely_buyer']).states.likely_buyer!;
const TREES = { rounds: 12, leastWeight: 1, patience: 4 };

/** Shoppers with a known truth: time with products and a cart speak for it, what is missing for nothing. */
function shoppers(count: number, seed = 7): Samples {
  let state = seed;
  const draw = (): number => (state = state * 48_271 % 2_147_483_647) / 2_147_483_647;
  const rows = Array.from({ length: count }, () => {
    const [seconds, cart, pages] = [draw() < 0.1 ? NaN : -200 * Math.log(draw()), +(draw() < 0.3), Math.ceil(draw() * 20)];
    const logit = -3 + 0.4 * Math.log1p(seconds || 0) + 1.5 * cart - (pages > 15 ? 1 : 0);
    return [seconds, cart, pages, +(draw() < 1 / (1 + Math.exp(-logit)))];
  });
  const column = (at: number): number[] => rows.map((row) => row[at]!);
  return { names: ['seconds.product', 'cart.added', 'session.pages'], columns: [column(0), column(1), column(2)], labels: column(3) };
}

it('says of any score and session what the device says', () => {
  fc.assert(fc.property(anyModel, anyFeatures, (form, features) => {
    const names = Object.keys(features);
    const columns = names.map((name) => [typeof features[name] === 'number' ? features[name] : NaN]);
    expect(evaluate(form, { names, columns, labels: [0] })[0]).toBeCloseTo(score(form, features).logit, 9);
  }), { numRuns: 500 });
});

it.each(['linear', 'trees', 'blend'] as const)('what %s learns can be published, and the device says the same to 1e-9', (kind) => {
  const samples = shoppers(600);
  const learned = finish(createLearning(samples, { kind, expert, trees: TREES }));
  const sent = JSON.parse(JSON.stringify({ id: 'learned-1', states: { likely_buyer: learned.score } }));
  expect(parseModel(sent)).toMatchObject({ ok: true });
  const said = evaluate(learned.score, samples);
  said.forEach((logit, row) => {
    const features = Object.fromEntries(samples.names.map((name, at) => [name, samples.columns[at]![row]]));
    expect(Math.abs(score(sent.states.likely_buyer, features).logit - logit)).toBeLessThan(1e-9);
  });
});

it('learns the same from the same seed, and something else from another', () => {
  const learn = (seed: number) => finish(createLearning(shoppers(400), { seed, trees: TREES }));
  expect(learn(1)).toEqual(learn(1));
  expect(learn(2).score).not.toEqual(learn(1).score);
});

it('goes on from any state, as JSON, to the same end', () => {
  const samples = shoppers(400);
  const straight = finish(createLearning(samples, { expert, trees: TREES }));
  let state: LearningState | undefined;
  let more = true;
  for (let stops = 0; more; stops++) {
    expect(stops).toBeLessThan(200);
    const learning = createLearning(samples, { expert, trees: TREES }, state);
    for (let steps = 0; more && steps < 7; steps++) more = learning.step();
    state = JSON.parse(JSON.stringify(learning.state()));
  }
  expect(createLearning(samples, { expert, trees: TREES }, state).result()).toEqual(straight);
});

it('never says NaN, whatever it learns from', () => {
  const names = FEATURES.filter(({ name, type }) => type === 'number' && !name.startsWith('intent.')).map(({ name }) => name);
  const cell = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 0, 1e300, -1e300, 5e-324), fc.nat(3));
  const column = fc.oneof(fc.array(cell, { minLength: 12, maxLength: 12 }), cell.map((value) => Array<number>(12).fill(value)));
  fc.assert(fc.property(fc.array(column, { maxLength: 3 }), fc.array(fc.nat(1), { minLength: 1, maxLength: 12 }), fc.constantFrom('linear', 'trees', 'blend'), (columns, labels, kind) => {
    const samples = { names: names.slice(0, columns.length), columns: columns.map((one) => one.slice(0, labels.length)), labels };
    const { score: form, logits } = finish(createLearning(samples, { kind, expert, trees: { ...TREES, leastWeight: 0.1 } }));
    expect([...logits, ...evaluate(form, samples)].every(Number.isFinite)).toBe(true);
    if (form.terms ?? form.trees) expect(parseModel({ id: 'm', states: { likely_buyer: form } })).toMatchObject({ ok: true });
  }), { numRuns: 150 });
});
