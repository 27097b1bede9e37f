import type { ModelScore, ModelTrees } from '@tactful/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyModel } from '../../../../tests/cases/engine/score/anyModel.ts';
import { evaluate } from '../blend/evaluate.ts';
import { createDice } from '../train/createDice.ts';
import { childOf, coverOf } from './coverOf.ts';
import { explain } from './explain.ts';

/** What trees are expected to say when only some features are known: unknown ones go the ways of the background. */
function expected(trees: ModelTrees, cover: readonly number[], values: readonly number[], told: ReadonlySet<number>, node: number): number {
  const jump = Math.abs(trees.right[node]!);
  if (!jump) return trees.value[node]!;
  const of = (child: number): number => expected(trees, cover, values, told, child);
  const feature = trees.feature[node]!;
  if (told.has(feature)) return of(childOf(trees, node, values[feature]!));
  const share = cover[node] ? cover[node + 1]! / cover[node]! : 0.5;
  return share * of(node + 1) + (1 - share) * of(node + jump);
}

/** Shapley's value by its definition: what a feature changes, over all sets of the others. */
function shapley(trees: ModelTrees, cover: readonly number[], values: readonly number[], feature: number): number {
  const others = trees.features.map((_name, at) => at).filter((at) => at !== feature);
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  let sum = 0;
  for (let set = 0; set < 2 ** others.length; set++) {
    const told = others.filter((_one, at) => set >> at & 1);
    const weight = factorial(told.length) * factorial(others.length - told.length) / factorial(others.length + 1);
    for (const root of trees.roots) sum += weight * (expected(trees, cover, values, new Set([...told, feature]), root) - expected(trees, cover, values, new Set(told), root));
  }
  return sum;
}

const forms = anyModel.filter(({ trees }) => Boolean(trees));
const cell = fc.oneof(fc.double({ min: -100, max: 100, noNaN: true }), fc.constant(NaN));

it('is Shapley’s value of each feature, and adds up to the logit', () => {
  fc.assert(fc.property(forms, fc.integer(), fc.array(cell, { minLength: 5, maxLength: 5 }), ({ bias, trees }: ModelScore, seed, values) => {
    const { features } = trees!;
    const dice = createDice(seed);
    const background = { names: features, columns: features.map(() => Float64Array.from({ length: 20 }, () => (dice() < 0.1 ? NaN : dice() * 200 - 100))), labels: new Float64Array(20) };
    const cover = coverOf(trees!, background);
    const session = Object.fromEntries(features.map((name, at) => [name, values[at]]));
    const { logit, base, contributions } = explain({ bias, trees: trees! }, cover, session);
    features.forEach((name, at) => expect(contributions[name] ?? 0).toBeCloseTo(shapley(trees!, cover, values, at), 8));
    expect(Object.values(contributions).reduce((sum, one) => sum + one, base)).toBeCloseTo(logit, 9);
    expect(logit).toBeCloseTo(evaluate({ bias, trees: trees! }, { names: features, columns: features.map((_name, at) => [values[at]!]), labels: [0] })[0]!, 6);
  }), { numRuns: 300 });
});

it('counts the background by node', () => {
  const trees = { features: ['session.pages'], roots: [0], feature: [0, 0, 0], threshold: [3, 0, 0], right: [-2, 0, 0], value: [0, -1, 1] };
  expect(coverOf(trees, { names: ['session.pages'], columns: [[1, 3, 5, NaN]], labels: [0, 0, 0, 0] })).toEqual([4, 1, 3]);
  expect(coverOf(trees, { names: [], columns: [], labels: [0, 0] })).toEqual([2, 0, 2]);
});
