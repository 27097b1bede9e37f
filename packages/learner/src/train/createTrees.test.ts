import { expect, it } from 'vitest';
import { evaluate } from '../blend/evaluate.ts';
import { scoreOfTrees } from '../blend/scoreOfTrees.ts';
import { auc } from '../judge/auc.ts';
import { bestOf, createTrees } from './createTrees.ts';
import { finish } from '../blend/createLearning.ts';

const many = (count: number, of: (row: number) => number): number[] => Array.from({ length: count }, (_one, row) => of(row));
const LOOSE = { l2: 0, leastWeight: 0.1, share: 1 };

it('one tree of one question finds the split, and its leaves are Newton’s step', () => {
  const samples = { names: ['x'], columns: [many(100, (row) => row)], labels: many(100, (row) => +(row >= 37)) };
  const { trees, base } = finish(createTrees(samples, { ...LOOSE, rounds: 1, depth: 1, rate: 1, bins: 128 }));
  // None was unknown: such a one would go with the larger side.
  expect(trees).toMatchObject({ roots: [0], feature: [0, 0, 0], threshold: [37, 0, 0], right: [-2, 0, 0] });
  const p = 1 / (1 + Math.exp(-base));
  expect(trees.value[1]).toBeCloseTo(-1 / (1 - p), 4);
  expect(trees.value[2]).toBeCloseTo(1 / p, 4);
  expect(trees.value[0]).toBeCloseTo(0.37 * trees.value[1]! + 0.63 * trees.value[2]!, 4);
});

it('learns where unknown values go', () => {
  const of = (unknownIs: number) => finish(createTrees({ names: ['x'], columns: [many(90, (row) => (row < 30 ? NaN : row))], labels: many(90, (row) => (row < 30 ? unknownIs : +(row >= 60))) }, { ...LOOSE, rounds: 1, depth: 1 })).trees;
  expect(of(1)).toMatchObject({ threshold: [60, 0, 0], right: [-2, 0, 0] });
  expect(of(0)).toMatchObject({ threshold: [60, 0, 0], right: [2, 0, 0] });
});

it('keeps either side above the least weight, and leaves what is drawn to 0 near it', () => {
  const samples = { names: ['x'], columns: [many(100, (row) => row)], labels: many(100, (row) => +(row >= 97)) };
  const grown = (options: object) => finish(createTrees(samples, { ...LOOSE, rounds: 1, depth: 1, ...options })).trees;
  // Three rows of the rare kind have 3 p (1 - p) = 0.09 together.
  expect(grown({ leastWeight: 0.05, bins: 128 }).threshold[0]).toBe(97);
  expect(grown({ leastWeight: 1, bins: 128 }).threshold[0]).toBeLessThan(80);
  expect(Math.abs(grown({ l2: 1e6 }).value.at(-1)!)).toBeLessThan(1e-3);
  expect(grown({ leastWeight: 100 })).toMatchObject({ right: [0] });
});

it('finds what only two columns together tell', () => {
  const columns = [many(400, (row) => row % 20), many(400, (row) => Math.floor(row / 20))];
  const samples = { names: ['a', 'b'], columns, labels: many(400, (row) => +((columns[0]![row]! >= 10) !== (columns[1]![row]! >= 8))) };
  expect(auc(evaluate(scoreOfTrees(finish(createTrees(samples, { rounds: 20, depth: 2, leastWeight: 1 }))), samples), samples.labels)).toBe(1);
});

it('ends when held-back sessions gain nothing, and says when they did', () => {
  let seed = 1;
  const draw = (): number => (seed = seed * 48_271 % 2_147_483_647) / 2_147_483_647;
  const noise = () => ({ names: ['x'], columns: [many(200, draw)], labels: many(200, () => +(draw() < 0.5)) });
  const { losses, trees } = finish(createTrees(noise(), { ...LOOSE, rounds: 100, patience: 5 }, noise()));
  expect(trees.roots.length).toBeLessThan(40);
  expect(losses).toHaveLength(trees.roots.length + 1);
  expect(losses.length - 1 - bestOf(losses)).toBe(5);
});

it('knows no bin that a value of the same size is parted by', () => {
  const { trees } = finish(createTrees({ names: ['x'], columns: [many(1_000, (row) => Math.floor(row / 100))], labels: many(1_000, (row) => row % 2) }, { ...LOOSE, rounds: 3, bins: 4 }));
  expect(trees.threshold.every(Number.isInteger)).toBe(true);
});
