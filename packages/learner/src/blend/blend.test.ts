import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyFeatures, anyModel } from '../../../../tests/cases/engine/score/anyModel.ts';
import { blend } from './blend.ts';
import { evaluate } from './evaluate.ts';
import { stack } from './stack.ts';

it('adds weighted logits, to what is cut off on the way', () => {
  fc.assert(fc.property(anyModel, anyModel, anyFeatures, (one, other, features) => {
    const names = Object.keys(features);
    const session = { names, columns: names.map((name) => [typeof features[name] === 'number' ? features[name] : NaN]), labels: [0] };
    const logit = (score: typeof one): number => evaluate(score, session)[0]!;
    const [found, wanted] = [logit(blend([{ score: one, weight: 0.5 }, { score: other, weight: 0.25 }], 2)), 0.5 * logit(one) + 0.25 * logit(other) + 2];
    // Half a thousandth at each leaf, half a hundredth for nothing: what is above a leaf cancels out. Terms to six digits of a logit of thousands.
    const leaves = (one.trees?.roots.length ?? 0) + (other.trees?.roots.length ?? 0);
    const large = [one, other].flatMap(({ terms = [] }) => terms).reduce((sum, [, weight, missing]) => sum + Math.abs(weight) * Math.max(1, Math.abs(missing), ...session.columns.flat().filter(Number.isFinite).map(Math.abs)), 0);
    expect(Math.abs(found - wanted)).toBeLessThanOrEqual(leaves * 6e-4 + large * 1e-5 + 1e-9);
  }), { numRuns: 300 });
});

it('cuts digits off without moving the logits of usual values, however large those are', () => {
  const score = { bias: -1234567.8912, terms: [['cart.value', 1.23456789, 1_000_000, 'identity']] } as const;
  const session = { names: ['cart.value'], columns: [[1_000_003]], labels: [0] };
  expect(evaluate(blend([{ score, weight: 1 }], 0), session)[0]).toBeCloseTo(evaluate(score, session)[0]!, 4);
});

it('leaves out what has no weight', () => {
  const score = { bias: 1, terms: [['session.pages', 2, 0, 'identity']] } as const;
  expect(blend([{ score, weight: 0 }, { score: { bias: 3 }, weight: 1 }], 0.5)).toEqual({ bias: 3.5 });
});

const labels = Array.from({ length: 400 }, (_one, row) => +(row * 7_919 % 400 < 100 + row / 4));
const logit = Float64Array.from(labels, (_label, row) => (row - 200) / 100);

it('finds the slope that calibrates: of a logit that is three times too sure, a third', () => {
  const one = stack([logit], labels, { l2: 0 });
  const sure = stack([logit.map((value) => 3 * value)], labels, { l2: 0 });
  expect(sure.weights[0]).toBeCloseTo(one.weights[0]! / 3, 6);
  expect(sure.offset).toBeCloseTo(one.offset, 6);
});

it('gives no part a weight below 0, and holds on to what it is drawn to', () => {
  expect(stack([logit, logit.map((value) => -value)], labels, { l2: 0.1, toward: [0, 0] }).weights[1]).toBe(0);
  expect(stack([logit.map((value) => -value)], labels)).toEqual({ weights: [0], offset: expect.closeTo(Math.log(0.375 / 0.625), 1) });
  expect(stack([logit, logit], labels, { l2: 1e9, toward: [0.9, 0.2] }).weights).toEqual([expect.closeTo(0.9, 4), expect.closeTo(0.2, 4)]);
});
