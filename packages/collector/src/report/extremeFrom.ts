import type { ValueClasses } from './valuesOf.ts';

/** Fewer say nothing of what is usual. */
const WANTED_BUYERS = 10;
/** What more than one in fifty do is no accident, but another kind of order. */
const RARE = 0.02;
/** Half octaves: nothing within eleven times the middle is extreme, however alike the others are. */
const LEAST = 7;
/** Robust z-score beyond which a value is an outlier (B. Iglewicz and D. C. Hoaglin, How to Detect and Handle Outliers, 1993). */
const FAR = 3.5;
/** Of a normal distribution, standard deviations in a median absolute deviation. */
const DEVIATION = 1.4826;

/** The value in the middle of classes that are counted. */
function middle(counts: readonly (readonly [at: number, n: number])[]): number {
  const half = counts.reduce((sum, [, n]) => sum + n, 0) / 2;
  let passed = 0;
  for (const [at, n] of [...counts].sort(([a], [b]) => a - b)) if ((passed += n) >= half) return at;
  return NaN;
}

/**
 * The class of value (`valueClass`) from which a visitor's is extreme: a typing error, a reseller, a test order. Told on a scale of logarithms, as orders are
 * skewed, by the median and the median absolute deviation of both arms together, so that it is blind to the arm. Never more
 * than one buyer, or one in fifty. Infinity while buyers are too few.
 */
export function extremeFrom(...arms: readonly ValueClasses[]): number {
  const counts = arms.flatMap((classes) => [...classes].flatMap(([among, { buyers }]) => (among === 'unvalued' ? [] : [[Number(among), buyers] as const])));
  const buyers = counts.reduce((sum, [, n]) => sum + n, 0);
  if (buyers < WANTED_BUYERS) return Infinity;
  const usual = middle(counts);
  const spread = middle(counts.map(([at, n]) => [Math.abs(at - usual), n] as const));
  let from = usual + 1 + Math.max(LEAST, Math.ceil(FAR * DEVIATION * spread));
  let left = Math.max(1, Math.floor(RARE * buyers));
  for (const [at, n] of [...counts].sort(([a], [b]) => b - a)) if ((left -= n) < 0) from = Math.max(from, at + 1);
  return from;
}

/** The least value of a class, in the site's currency. */
export const leastOf = (among: number): number => 2 ** (among / 2) / 1_000;
