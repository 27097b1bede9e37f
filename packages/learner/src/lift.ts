import type { ArmSums } from './ArmSums.ts';
import type { Interval } from './Interval.ts';
import { reach } from './reach.ts';
import { WANTED_VISITORS_PER_ARM } from './WANTED_VISITORS_PER_ARM.ts';

/** Buyers, or who else differs from zero, at which an arm's own spread is trusted by half. */
const HALF_TRUSTED = 10;

/** Sums of squares and products of one arm around its means. Rounding may leave a hair below zero where all are equal. */
function around({ visitors, sum, squares, x, xSquares, products }: ArmSums): { readonly own: number; readonly x: number; readonly both: number } {
  return { own: Math.max(0, squares - sum * sum / visitors), x: Math.max(0, xSquares - x * x / visitors), both: products - x * sum / visitors };
}

/** How far an arm's own spread is to be trusted, 0 to 1, by how many alike would make its sums (Kish): of conversions all, of values fewer, the more they differ. */
function trust({ sum, squares }: ArmSums): number {
  const alike = squares > 0 ? sum * sum / squares : 0;
  return alike / (alike + HALF_TRUSTED);
}

/**
 * Mean of the treated minus mean of control, adjusted for what was known of visitors beforehand, with a 95 % interval that may be looked at whenever and as
 * often as one likes: of a hundred campaigns without effect at most five ever show an interval without zero (`npm run simulate:aa`).
 *
 * Adjusted by one least-squares slope of both arms together (W. Lin, Annals of Applied Statistics 7, 2013; as CUPED, Deng et al. 2013): arms are drawn, so any slope is
 * right on average, and this one leaves the least spread. Spread: of each arm its own; where that of both together is greater, between the two, the nearer to its own the more have bought. A small
 * control group that has had no large order yet has no spread to speak of, and its own alone would raise false alarms in up to a third of comparisons (decision 041).
 * @returns `null` while either arm has fewer than `WANTED_VISITORS_PER_ARM` visitors, or no visitor differs from another.
 */
export function lift(treatment: ArmSums, control: ArmSums): Interval | null {
  const [n, m] = [treatment.visitors, control.visitors];
  if (n < WANTED_VISITORS_PER_ARM || m < WANTED_VISITORS_PER_ARM) return null;
  const [t, c] = [around(treatment), around(control)];
  const xs = t.x + c.x;
  const slope = xs > 0 ? (t.both + c.both) / xs : 0;
  const left = ({ own, x, both }: typeof t): number => Math.max(0, own - 2 * slope * both + slope * slope * x);
  const together = (left(t) + left(c)) / (n + m - 2);
  const spread = (own: number, arm: ArmSums): number => own + (1 - trust(arm)) * Math.max(0, together - own);
  const variance = spread(left(t) / (n - 1), treatment) / n + spread(left(c) / (m - 1), control) / m;
  if (variance === 0) return null;
  const difference = treatment.sum / n - control.sum / m - slope * (treatment.x / n - control.x / m);
  const half = reach(n * m / (n + m)) * Math.sqrt(variance);
  return { difference, low: difference - half, high: difference + half };
}
