import { gzipSync } from 'node:zlib';
import { expertModel, parseModel, type ModelScore } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { createLearning, finish } from '../blend/createLearning.ts';
import { evaluate } from '../blend/evaluate.ts';
import type { LearnedState } from '../sample/LEARNED.ts';
import { COLUMNS, type Moment } from '../sample/momentsOf.ts';
import { periodsOf, TREATED, type Periods } from '../sample/periodsOf.ts';
import { createDice } from '../train/createDice.ts';
import { createTrial, type Trial } from './createTrial.ts';
import { driftOf } from './Reference.ts';

const SHIPPING = COLUMNS.indexOf('attention.shipping_seconds'), ITEMS = COLUMNS.indexOf('cart.items');
/** Visitors of whom those buy, or leave, who look at shipping; `effect`: what a message adds to that. */
function visitors(count: number, { effect = 0, treated = 0, seed = 7 }: { readonly effect?: number; readonly treated?: number; readonly seed?: number } = {}): Moment[] {
  const dice = createDice(seed);
  return Array.from({ length: count }, (_one, n) => {
    const x = COLUMNS.map((_name, at) => (at === ITEMS ? 1 + Math.floor(dice() * 4) : Math.round(dice() * 300) / 10));
    const met = dice() < treated ? 'treated' as const : 'untreated' as const;
    const logit = (x[SHIPPING]! - 15) / 4 + (met === 'treated' ? effect : 0);
    return { visitor: n, at: n, x, was: +(dice() < 1 / (1 + Math.exp(-logit))), met };
  });
}
const split = (moments: readonly Moment[], state: LearnedState = 'likely_buyer'): Periods => {
  const periods = periodsOf(state, moments);
  if ('why' in periods) throw new Error(periods.why);
  return periods;
};
const expertOf = (state: LearnedState): ModelScore => expertModel([state]).states[state]!;
const judge = (periods: Periods, { state = 'likely_buyer', champion = expertOf(state) }: { readonly state?: LearnedState; readonly champion?: ModelScore } = {}): Trial =>
  finish(createTrial(periods, { state, expert: expertOf(state), champion }));

it('finds what the expert does not know, says what drives it, and travels', () => {
  const trial = judge(split(visitors(800)));
  expect([trial.winner, Object.keys(trial.importance)[0], trial.auc.challenger > 0.75, trial.auc.champion === trial.auc.expert]).toEqual(['challenger', 'attention.shipping_seconds', true, true]);
  expect(parseModel({ id: 'm', states: { likely_buyer: trial.score } }).ok).toBe(true);
  expect(gzipSync(JSON.stringify(trial.score)).length).toBeLessThan(2_389);
  expect(trial.quality.auc).toBeCloseTo(trial.auc.challenger, 9);

  // What is served is as good: nothing is published, though it is better than the expert.
  const again = judge(split(visitors(800)), { champion: trial.score });
  expect([again.winner, again.auc.champion > again.auc.expert]).toEqual([undefined, true]);
  // What is served has it the wrong way around.
  const turned: ModelScore = { bias: 0, terms: [['attention.shipping_seconds', -1, 0, 'identity']] };
  expect(judge(split(visitors(800)), { champion: turned }).winner).toBe('challenger');
  // It moved when what it sees does.
  const drift = driftOf(trial.score, trial.reference, split(visitors(800, { seed: 8 })).test);
  const moved = driftOf(trial.score, trial.reference, split(visitors(800).map((one) => ({ ...one, x: one.x.map((value, at) => (at === SHIPPING ? value / 3 : value)) }))).test);
  expect([drift.score < 0.2, drift.features['attention.price_seconds']! < 0.2, moved.score > 0.2, moved.features['attention.shipping_seconds']! > 0.2]).toEqual([true, true, true, true]);
});

it('travels where trees alone say what there is to say', () => {
  const dice = createDice(2);
  // In the middle most buy, at either end few: no sum says that.
  const ridge = split(visitors(800).map((one) => ({ ...one, was: +(dice() < (Math.abs(one.x[SHIPPING]! - 15) < 7 ? 0.8 : 0.2)) })));
  const { winner, weights, score } = judge(ridge);
  expect([winner, weights.expert, weights.linear]).toEqual(['challenger', 0, 0]);
  expect(parseModel({ id: 'm', states: { likely_buyer: score } })).toMatchObject({ ok: true });
});

it('of noise publishes nothing, and goes back to the expert where what is served is surely worse', () => {
  const dice = createDice(3);
  const noise = visitors(800).map((one) => ({ ...one, was: +(dice() < 0.4) }));
  expect(judge(split(noise)).winner).toBeUndefined();
  // What was learned comes true no more, but the expert's own order does, which what is served turns around.
  const logitOf = ({ x }: Moment): number => evaluate(expertOf('likely_buyer'), { names: COLUMNS, columns: x.map((value) => [value]), labels: [0] })[0]!;
  const logits = visitors(800).map(logitOf).sort((a, b) => a - b);
  const periods = split(visitors(800).map((one, n) => (n < 640 ? one : { ...one, was: +(logitOf(one) > logits[400]! !== dice() < 0.05) })));
  const turned = expertOf('likely_buyer').terms!.map(([name, weight, ...rest]) => [name, -weight, ...rest] as const) as ModelScore['terms'];
  const { winner, auc } = judge(periods, { champion: { bias: 0, terms: turned! } });
  expect([winner, auc.champion < 0.1, auc.challenger < auc.expert]).toEqual(['expert', true, true]);
});

it('folds the treatment out: nobody on a device is treated', () => {
  const periods = split(visitors(700, { effect: 3, treated: 0.8 }));
  expect(periods.treatmentIsInput).toBe(true);
  const { score, weights } = judge(periods);
  expect([JSON.stringify(score).includes(TREATED), score.trees, 'trees' in weights]).toEqual([false, undefined, false]);
  // A treated visitor is told as if they were not.
  const untreated = split(visitors(700, { effect: 0, treated: 0 }));
  const said = evaluate(score, untreated.test).reduce((sum, logit) => sum + 1 / (1 + Math.exp(-logit)), 0) / untreated.test.labels.length;
  const was = Array.from(untreated.test.labels).reduce((sum, label) => sum + label, 0) / untreated.test.labels.length;
  expect(Math.abs(said - was)).toBeLessThan(0.12);
});

it('is compared with what it was judged by, not with what it learned from; treatment aside', () => {
  // Who came later was other already, when it was judged.
  const later = (one: Moment): Moment => ({ ...one, x: one.x.map((value, at) => (at === SHIPPING ? value / 3 : value)) });
  const { score, reference } = judge(split(visitors(800).map((one, n) => (n < 640 ? one : later(one)))));
  const drift = driftOf(score, reference, split(visitors(800, { seed: 8 }).map(later)).test);
  expect([drift.features['attention.shipping_seconds']! < 0.2, drift.score < 0.2]).toEqual([true, true]);

  const treated = judge(split(visitors(700, { effect: 3, treated: 0.8 })));
  const untreated = driftOf(treated.score, treated.reference, split(visitors(700, { treated: 0 })).test);
  expect([TREATED in treated.reference.features, TREATED in untreated.features, Object.values(untreated.features).every(Number.isFinite)]).toEqual([false, false, true]);
});

it('of who has no cart says that they leave none', () => {
  const { score } = judge(split(visitors(800), 'abandon'), { state: 'abandon' });
  const { x } = visitors(1)[0]!;
  const logitOf = (items: number): number => evaluate(score, { names: COLUMNS, columns: x.map((value, at) => [at === ITEMS ? items : value]), labels: [0] })[0]!;
  expect([logitOf(NaN) < logitOf(1) - 5, logitOf(0) < logitOf(1) - 5]).toEqual([true, true]);
});

it('tunes by folds that split nobody', () => {
  const { train } = split(visitors(600).map((one) => ({ ...one, visitor: one.visitor < 480 ? one.visitor % 240 : one.visitor })));
  const learn = (samples: typeof train) => finish(createLearning(samples, { folds: 2, trees: { rounds: 3 } })).logits;
  const { groups: _visitors, ...alone } = train;
  expect(learn(train)).not.toEqual(learn(alone));
});

it('goes on from where it was stopped, to the same end', () => {
  const periods = split(visitors(600));
  const options = { state: 'likely_buyer', expert: expertOf('likely_buyer'), champion: expertOf('likely_buyer') } as const;
  const first = createTrial(periods, options);
  for (let left = 40; left > 0; left--) first.step();
  const second = createTrial(periods, options, JSON.parse(JSON.stringify(first.state())));
  expect(finish(second)).toEqual(finish(createTrial(periods, options)));
});
