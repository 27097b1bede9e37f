import type { Interval } from './Interval.ts';
import { studentQuantile } from './studentQuantile.ts';
import { WANTED_VISITORS_PER_ARM } from './WANTED_VISITORS_PER_ARM.ts';

/** Value of one arm: one number per visitor (0 for most), as the sums that a rollup can keep by delta. */
export interface ValueArm {
  readonly visitors: number;
  /** Sum over visitors of each one's value, in the site's currency. */
  readonly value: number;
  /** Sum over visitors of the square of each one's value. */
  readonly valueSquares: number;
}

/**
 * Value per visitor, treated minus control, with Welch's 95 % interval (B. L. Welch, Biometrika 34, 1947): arms may differ in
 * size and spread, as a control of 10 % does.
 * @returns `null` while either arm has fewer than `WANTED_VISITORS_PER_ARM` visitors, or no visitor's value differs from another's.
 */
export function valuePerVisitorLift(treatment: ValueArm, control: ValueArm): Interval | null {
  if (treatment.visitors < WANTED_VISITORS_PER_ARM || control.visitors < WANTED_VISITORS_PER_ARM) return null;
  const [t, c] = [meanAndError(treatment), meanAndError(control)];
  const difference = t.mean - c.mean;
  const variance = t.error + c.error;
  // Where no two visitors of an arm differ (nobody bought yet) nothing is known of the spread: no width would be an invention.
  if (variance === 0) return null;
  const freedom = variance ** 2 / (t.error ** 2 / (treatment.visitors - 1) + c.error ** 2 / (control.visitors - 1));
  const reach = studentQuantile(freedom) * Math.sqrt(variance);
  return { difference, low: difference - reach, high: difference + reach };
}

/** Mean, and the squared standard error of it. Rounding may leave a hair below zero where all values are equal. */
function meanAndError({ visitors, value, valueSquares }: ValueArm): { readonly mean: number; readonly error: number } {
  const mean = value / visitors;
  const spread = Math.max(0, (valueSquares - visitors * mean ** 2) / (visitors - 1));
  return { mean, error: spread / visitors };
}
