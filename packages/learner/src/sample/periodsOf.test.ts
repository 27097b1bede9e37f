import { expect, it } from 'vitest';
import { splitFolds } from '../train/splitFolds.ts';
import { COLUMNS, type Moment } from './momentsOf.ts';
import { fewOfEach, periodsOf, TREATED, type Periods } from './periodsOf.ts';

const moment = (n: number, more: Partial<Moment> = {}): Moment => ({ visitor: n, at: n, x: COLUMNS.map(() => -1), was: n % 2, met: '', ...more });
const moments = (count: number, of: (n: number) => Partial<Moment> = () => ({})): Moment[] => Array.from({ length: count }, (_one, n) => moment(n, of(n)));
const split = (list: readonly Moment[], state: 'abandon' | 'high_value' = 'abandon'): Periods => {
  const periods = periodsOf(state, list);
  if ('why' in periods) throw new Error(periods.why);
  return periods;
};
const whyNot = (list: readonly Moment[]): unknown => periodsOf('abandon', list);

it('learns from the earlier four fifths, and judges by the later one', () => {
  const { train, test, cut, visitors } = split(moments(600).reverse());
  expect([train.labels.length, test.labels.length, cut, visitors]).toEqual([480, 120, 480, 600]);
  expect([Math.max(...Array.from(train.groups!)), Math.min(...Array.from(test.groups!))]).toEqual([479, 480]);
  // Unknown is unknown.
  expect(train.columns.every((column) => Number.isNaN(column[0]))).toBe(true);
});

it('judges by nobody who was learned from, and splits nobody between folds', () => {
  const { train, test } = split(moments(900, (n) => ({ visitor: n % 2 ? n : n % 250, was: +(n % 3 === 0) })));
  const known = new Set(Array.from(train.groups!));
  expect([test.labels.length < 180, Array.from(test.groups!).some((visitor) => known.has(visitor))]).toEqual([true, false]);
  const fold = splitFolds(train.labels, 5, 42, train.groups);
  const folds = new Map<number, Set<number>>();
  Array.from(train.groups!).forEach((visitor, row) => folds.set(visitor, (folds.get(visitor) ?? new Set()).add(fold[row]!)));
  expect([Math.max(...[...folds.values()].map(({ size }) => size)), new Set(fold).size]).toEqual([1, 5]);
});

it.each<[string, Moment[], object]>([
  ['none', [], { why: 'too_few_samples', counts: { samples: 0, positives: 0, visitors: 0 } }],
  ['too few', moments(499), { why: 'too_few_samples', counts: { samples: 499, positives: 249, visitors: 499 } }],
  ['too few of one kind', moments(600, (n) => ({ was: +(n < 49) })), { why: 'too_few_of_a_kind', counts: { positives: 49 } }],
  ['too few visitors', moments(600, (n) => ({ visitor: n % 199 })), { why: 'too_few_visitors', counts: { visitors: 199 } }],
  ['too few visitors to learn from, however many come later', moments(600, (n) => (n < 480 ? { visitor: n % 199 } : {})), { why: 'too_few_visitors', counts: { samples: 600, visitors: 199 } }],
  ['too few visitors of a kind in the later period', moments(600, (n) => (n < 480 || n % 2 === 0 ? {} : { visitor: 481 + n % 9 })), { why: 'too_few_to_judge' }],
  ['too few in the later period', moments(600, (n) => ({ was: +(n < 300) })), { why: 'too_few_to_judge' }],
])('says why not: %s', (_name, list, expected) => {
  expect(whyNot(list)).toMatchObject(expected);
});

it('leaves out who was treated, and lets who was kept out stand for them', () => {
  // Of ten, five met a campaign: four of those were treated.
  const { train, treatmentIsInput } = split(moments(2_000, (n) => (n % 10 < 4 ? { met: 'treated' } : n % 10 === 4 ? { met: 'untreated' } : {})));
  expect([treatmentIsInput, train.names, train.labels.length]).toEqual([false, COLUMNS, 960]);
  expect([...new Set(Array.from(train.weights!))].sort()).toEqual([1, 5]);
  expect(Array.from(train.weights!).filter((weight) => weight === 5)).toHaveLength(160);
});

it('where too few were untreated, the treatment is an input', () => {
  const { train, treatmentIsInput } = split(moments(600, (n) => ({ met: n % 4 ? 'treated' : 'untreated' })));
  expect([treatmentIsInput, train.names.at(-1), train.weights, Array.from(train.columns.at(-1)!).slice(0, 5)]).toEqual([true, TREATED, undefined, [0, 1, 1, 1, 0]]);
});

it('is of high value who spends more than four of five who buy, by what was spent in the earlier period', () => {
  // Of ten, one spends 1, 2, 3, 4 or 10 each; later all spend more, which moves nothing.
  const { valueFrom, train } = split(moments(2_000, (n) => ({ was: [0, 1, 0, 2, 0, 3, 0, 4, 0, 10][n % 10]! * (n < 1_600 ? 1_000 : 2_000) + (n % 20 === 9 ? 1 : 0) })), 'high_value');
  expect([valueFrom, Array.from(train.labels).reduce((sum, label) => sum + label, 0)]).toEqual([10_000, 80]);
});

it('one visitor gives four moments at most, the first that come', () => {
  const many = moments(12, (at) => ({ visitor: at % 2, at }));
  expect(fewOfEach(many).map(({ at }) => at)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

it('hears each visitor alike, however many moments they give', () => {
  // Every fourth visitor gives four moments, the others one: seven for four visitors.
  const { train } = split(moments(400).flatMap((one, n) => Array.from({ length: n % 4 ? 1 : 4 }, () => one)));
  const weights = Array.from(train.weights!), groups = Array.from(train.groups!);
  const of = (visitor: number): number => weights.filter((_weight, row) => groups[row] === visitor).reduce((sum, weight) => sum + weight, 0);
  expect([of(0), of(1), of(4)].map((sum) => sum / of(2))).toEqual([1, 1, 1]);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(weights.length, 6);
});
