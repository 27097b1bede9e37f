/**
 * Where the expected numbers come from, all of single visitors: difference and slope, NumPy 2's least squares of the number on arm and `x`; spread, its residuals' variances; the
 * width, `std_conjmix_margin` and `best_rho2_exact` of the paper's own code (WannabeSmith/drconfseq) with SciPy 1.17's Lambert W.
 */
import { lift, type ArmSums } from '@tactful/learner';
import { expect, it } from 'vitest';
import cases from './lift.json' with { type: 'json' };

it.each(cases as [string, { readonly treatment: ArmSums; readonly control: ArmSums }, number[] | null][])('%s', (_name, { treatment, control }, expected) => {
  const told = lift(treatment, control);
  if (!told || !expected) return expect(told).toBe(expected);
  [told.difference, told.low, told.high].forEach((number, at) => expect(number).toBeCloseTo(expected[at] as number, 6));
});
