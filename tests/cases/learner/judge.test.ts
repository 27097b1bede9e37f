/**
 * Where the expected numbers come from: of few sessions, by hand from the definitions.
 */
import { auc, averagePrecision, bestThreshold, brier, calibration, calibrationError, compareAuc, f1, isBetter, logLoss, psi } from '@tactful/learner';
import { expect, it } from 'vitest';
import areas from './auc.json' with { type: 'json' };
import judged from './judged.json' with { type: 'json' };

it.each(areas as unknown as [string, [number, boolean][], number][])('auc: %s', (_name, rows, expected) => {
  expect(auc(rows.map(([score]) => score), rows.map(([, is]) => +is))).toBe(expected);
});

type Judged = [string, { readonly logits: number[]; readonly labels: number[] }, { readonly averagePrecision: number; readonly threshold: number; readonly f1: number; readonly logLoss: number; readonly brier: number; readonly calibrationError: number }];
it.each(judged as unknown as Judged[])('%s', (_name, { logits, labels }, expected) => {
  const probabilities = logits.map((logit) => 1 / (1 + Math.exp(-logit)));
  const threshold = bestThreshold(logits, labels);
  const found = { averagePrecision: averagePrecision(logits, labels), threshold, f1: f1(logits, labels, threshold), logLoss: logLoss(logits, labels), brier: brier(logits, labels), calibrationError: calibrationError(calibration(probabilities, labels)) };
  for (const name of Object.keys(expected) as (keyof typeof expected)[]) expect([name, found[name]]).toEqual([name, expect.closeTo(expected[name], 9)]);
});

const even = Array.from({ length: 1_000 }, (_one, at) => at);

it('nothing has drifted where all is as it was, and what doubled has', () => {
  expect(psi(even, even)).toBeCloseTo(0, 12);
  expect(psi(even, even.map((value) => value * 2))).toBeGreaterThan(0.2);
  expect(psi(even, even.map((value) => (value % 2 ? NaN : value)))).toBeGreaterThan(0.2);
  // What is no longer known is another part than the least.
  expect(psi(even, even.map((value) => (value < 100 ? NaN : value)))).toBeGreaterThan(0.2);
  expect(psi([], [])).toBe(0);
  expect(psi([1, 1, 1], [1, 1])).toBeLessThan(0.05);
});

it('a challenger is better only where it is surely so, and the champion itself never is', () => {
  const labels = even.map((at) => +(at % 3 === 0));
  const noise = even.map((at) => at * 7_919 % 1_000 / 1_000);
  const [weak, strong] = [labels.map((label, at) => 0.3 * label + noise[at]!), labels.map((label, at) => 0.8 * label + noise[at]!)];
  expect(isBetter(compareAuc(weak, strong, labels))).toBe(true);
  expect(isBetter(compareAuc(strong, weak, labels))).toBe(false);
  expect(compareAuc(strong, strong, labels)).toMatchObject({ difference: 0, error: 0, confidence: 0.5 });
  expect(isBetter(compareAuc([1, 2], [2, 1], [1, 0]))).toBe(false);
  expect(compareAuc(weak, strong, labels)!.challenger).toBeCloseTo(auc(strong, labels), 12);
});

it('moments of one visitor are no evidence of their own: told eight times over they say no more than once', () => {
  const labels = even.map((at) => +(at % 3 === 0));
  const noise = even.map((at) => at * 7_919 % 1_000 / 1_000);
  const [weak, strong] = [labels.map((label, at) => 0.3 * label + noise[at]!), labels.map((label, at) => 0.5 * label + noise[at]!)];
  const eightfold = <T>(list: readonly T[]): T[] => list.flatMap((one) => Array<T>(8).fill(one));
  const visitors = eightfold(even.map((_one, at) => at));
  const [once, apart, together] = [compareAuc(weak, strong, labels, even.map((_one, at) => at))!, compareAuc(eightfold(weak), eightfold(strong), eightfold(labels))!, compareAuc(eightfold(weak), eightfold(strong), eightfold(labels), visitors)!];
  expect(together.difference).toBeCloseTo(once.difference, 12);
  expect(together.error).toBeCloseTo(once.error, 12);
  expect(apart.error).toBeLessThan(once.error / 2);
  expect(once.error / compareAuc(weak, strong, labels)!.error).toBeCloseTo(1, 1);
});

it('as published: DeLong’s error of one curve', () => {
  // Against a champion that says nothing the difference is the challenger's own AUC, less a half. By hand: placements 1, 0.75, 0.5 and 1, 1, 2/3, 1/3.
  const scores = [8, 5, 3, 1, 2, 4, 7];
  const labels = [1, 1, 1, 0, 0, 0, 0];
  const { difference, error } = compareAuc(scores.map(() => 0), scores, labels)!;
  expect(difference).toBeCloseTo(0.25, 12);
  expect(error ** 2).toBeCloseTo(0.0625 / 3 + ((0.25 ** 2 * 2) + (1 / 12) ** 2 + (5 / 12) ** 2) / 3 / 4, 12);
});
