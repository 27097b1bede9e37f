/** 97.5 % quantile of the standard normal distribution. */
export const NORMAL_QUANTILE = 1.959963984540054;

/**
 * 97.5 % quantile of Student's t by the expansion around the normal one (Abramowitz and Stegun, Handbook of Mathematical
 * Functions, 26.7.5, four terms). Error below 1e-6 from 30 degrees of freedom on, and lift is never told with fewer.
 */
export function studentQuantile(freedom: number): number {
  const z = NORMAL_QUANTILE;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, at) => sum + term / freedom ** (at + 1), z);
}
