/**
 * Where the expected numbers come from: value per visitor, SciPy 1.17's `ttest_ind(equal_var=False).confidence_interval(0.95)`
 * on generated arms of single visitors; Newcombe, the paper's own table II (method 10, four decimals); conversion, SciPy's
 * `binomtest(…).proportion_ci(0.95, 'wilson')` for each arm, joined by the paper's formula.
 */
import { conversionLift, newcombe, valuePerVisitorLift, type Counted, type Interval, type ValueArm } from '@tactful/learner';
import { expect, it } from 'vitest';
import conversions from './conversion.json' with { type: 'json' };
import published from './newcombe.json' with { type: 'json' };
import values from './value-per-visitor.json' with { type: 'json' };

type Arms<T> = { readonly treatment: T; readonly control: T };
type Case<T> = [string, Arms<T>, number[] | null];
const close = (value: Interval | null, expected: number[] | null) => {
  if (!value || !expected) return expect(value).toBe(expected);
  [value.difference, value.low, value.high].forEach((number, at) => expect(number).toBeCloseTo(expected[at] as number, 6));
};

it.each(values as Case<ValueArm>[])('value per visitor: %s', (_name, { treatment, control }, expected) => close(valuePerVisitorLift(treatment, control), expected));

it.each(conversions as Case<Counted>[])('conversion: %s', (_name, { treatment, control }, expected) => close(conversionLift(treatment, control), expected));

it.each(published as Case<Counted>[])('as published: %s', (_name, { treatment, control }, expected) => {
  const { low, high } = newcombe(treatment, control);
  expect([low, high].map((limit) => limit.toFixed(4))).toEqual(expected?.map((limit) => limit.toFixed(4)));
});
