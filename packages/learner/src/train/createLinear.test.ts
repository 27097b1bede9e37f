import { expect, it } from 'vitest';
import { evaluate } from '../blend/evaluate.ts';
import { createLinear } from './createLinear.ts';
import { finish } from '../blend/createLearning.ts';
import { solveLogistic } from './solveLogistic.ts';

it('finds the solution that is known: of one yes-or-no column the logarithm of the odds ratio', () => {
  // 30 of 40 without, 20 of 60 with: odds 3 and 1/2.
  const column = Float64Array.from({ length: 100 }, (_one, row) => +(row >= 40));
  const labels = column.map((_x, row) => +(row < 30 || row >= 40 && row < 60));
  const [slope, bias] = solveLogistic({ columns: [column], labels, l2: 0 });
  expect(bias).toBeCloseTo(Math.log(3), 9);
  expect(slope).toBeCloseTo(Math.log(1 / 2) - Math.log(3), 9);
  // Counting each row of the first kind twice changes nothing in the odds.
  expect(solveLogistic({ columns: [column], labels, weights: labels.map((_one, row) => (row < 40 ? 2 : 1)), l2: 0 })[0]).toBeCloseTo(slope!, 9);
});

it('stands where the penalised loss has no slope, and is drawn where it is told', () => {
  const columns = [Float64Array.from([1, -1, 0.5, 2, -2, 0]), Float64Array.from([0, 1, 1, -1, 0.5, 2])];
  const labels = [1, 0, 1, 1, 0, 0];
  const [l2, toward] = [0.7, [1, -1]];
  const weights = solveLogistic({ columns, labels, l2, toward });
  const slopeAt = (at: number): number => labels.reduce((sum, label, row) => {
    const logit = columns.reduce((all, column, index) => all + column[row]! * weights[index]!, weights[2]!);
    return sum + (1 / (1 + Math.exp(-logit)) - label) * (columns[at]?.[row] ?? 1);
  }, at < 2 ? l2 * (weights[at]! - toward[at]!) : 0);
  [0, 1, 2].forEach((at) => expect(slopeAt(at)).toBeCloseTo(0, 7));
  expect(solveLogistic({ columns, labels, l2: 1e9, toward })[0]).toBeCloseTo(1, 5);
});

it('takes what is unknown for the mean, bends what grows long to the right, and leaves out what tells nothing', () => {
  const samples = { names: ['long', 'even', 'same', 'none'], columns: [[0, 1, 3, 7, 15, 31, NaN], [1, 2, 3, 4, 5, 6, 7], Array(7).fill(7), Array(7).fill(NaN)], labels: [0, 0, 1, 0, 1, 1, 1] };
  const score = finish(createLinear(samples));
  expect(score.terms?.map(([name, , , transform]) => [name, transform])).toEqual([['long', 'log1p'], ['even', 'ramp']]);
  expect(score.terms![1]![2]).toBeCloseTo(4, 9);
  // Log of the mean of logs: where it is unknown the column says what it says on average.
  const [missing] = evaluate(score, { names: ['even'], columns: [[3]], labels: [0] });
  const meanLog = [0, 1, 3, 7, 15, 31].reduce((sum, value) => sum + Math.log1p(value), 0) / 6;
  expect(missing).toBeCloseTo(evaluate(score, { names: ['even', 'long'], columns: [[3], [Math.expm1(meanLog)]], labels: [0] })[0]!, 9);
});

it('says no more of a value than of the most that it has seen', () => {
  const score = finish(createLinear({ names: ['even'], columns: [[1, 2, 3, 4, 5, 6, 7]], labels: [0, 0, 1, 0, 1, 1, 1] }));
  const [most, far] = evaluate(score, { names: ['even'], columns: [[7, 1e12]], labels: [0, 0] });
  expect(far).toBe(most);
});

it('ends where no column is left, with the share alone', () => {
  expect(finish(createLinear({ names: [], columns: [], labels: [1, 0, 0, 0] }))).toEqual({ bias: Math.log(1.5 / 3.5), terms: [] });
});
