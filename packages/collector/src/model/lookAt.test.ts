import { referenceOf, type Samples } from '@tactful/learner';
import type { ModelScore } from '@tactful/protocol';
import { expect, it } from 'vitest';
import type { Judged } from '../store/modelStore.ts';
import { lookAt } from './lookAt.ts';

const score: ModelScore = { bias: 0, terms: [['cart.items', 1, 0, 'identity']] };
/** Of so many, the upper half comes true, but for `wrong` of a hundred. */
function samples(count: number, { wrong = 20, by = 0 } = {}): Samples {
  const values = Array.from({ length: count }, (_one, n) => n % 100);
  return { names: ['cart.items'], columns: [values.map((value) => value + by)], labels: values.map((value) => +(value >= 50 !== value % 100 < wrong)) };
}
const judged = (auc: number): Judged => ({ version: 3, quality: { auc } as Judged['quality'], importance: {}, threshold: 50, reference: referenceOf(score, samples(400)) });
const look = (test: Samples, own?: Judged) => lookAt({ version: own ? 3 : 0, score, ...(own && { judged: own }) }, { train: samples(400), test, treatmentIsInput: false, cut: 0, visitors: 800 }, 1_000);

it('tells how what is served does now, and that it is as it was', () => {
  const { auc } = look(samples(400)).look;
  expect(look(samples(400), judged(auc))).toMatchObject({ fell: false, look: { at: 1_000, version: 3, samples: 400, auc, drift: { features: {} } } });
  expect(look(samples(400), judged(auc)).look.drift!.score).toBeLessThan(0.01);
});

it('has not moved where many share a score, whatever its digits', () => {
  const few: ModelScore = { bias: -1.23456789, terms: [['cart.items', 0.987654321, 0, 'step', 50]] };
  const own: Judged = { ...judged(0.5), reference: referenceOf(few, samples(400)) };
  expect(lookAt({ version: 3, score: few, judged: own }, { train: samples(400), test: samples(400), treatmentIsInput: false, cut: 0, visitors: 800 }, 1_000)).toMatchObject({ fell: false, look: { drift: { score: expect.closeTo(0, 1) } } });
});

it('fell, where it ranks worse than chance would make it', () => {
  const { auc } = look(samples(400)).look;
  expect([look(samples(400), judged(auc + 0.04)).fell, look(samples(400), judged(auc + 0.12)).fell]).toEqual([false, true]);
  // Of a few nobody knows.
  expect(look(samples(100, { wrong: 22 }), judged(auc + 0.08)).fell).toBe(false);
});

it('hears each visitor once: five moments of one are as good as one', () => {
  const five = (list: Samples): Samples => ({ ...list, groups: Array.from(list.labels, (_label, row) => Math.floor(row / 5)) });
  const { auc } = look(samples(400)).look, moved = samples(400, { by: 10 });
  expect([look(samples(400), judged(auc + 0.12)).fell, look(five(samples(400)), judged(auc + 0.12)).fell]).toEqual([true, false]);
  expect([look(moved, judged(0.5)), look(five(moved), judged(0.5))].map(({ fell, look: { drift } }) => [fell, Object.keys(drift!.features)])).toEqual([[true, ['cart.items']], [false, []]]);
});

it('fell, where what it sees is not what it learned from', () => {
  const moved = look(samples(400, { by: 40 }), judged(0.5));
  expect([moved.fell, Object.keys(moved.look.drift!.features), moved.look.drift!.score > 0.2]).toEqual([true, ['cart.items'], true]);
});

it('says of the expert’s score how it does; it was learned from nothing, so it falls from nothing', () => {
  const { look: told, fell } = look(samples(400, { wrong: 90, by: 40 }));
  expect([fell, told.version, told.drift]).toEqual([false, 0, undefined]);
});
