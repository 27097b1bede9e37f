import type { Interval } from './Interval.ts';
import { NORMAL_QUANTILE } from './studentQuantile.ts';

/** How many of how many; conversions at most visitors. */
export interface Counted { readonly visitors: number; readonly conversions: number }

/**
 * Difference of two shares with Newcombe's hybrid score interval, 95 % (R. G. Newcombe, Statistics in Medicine 17, 1998,
 * 873-890, method 10). It stays within -1 and 1 and holds with no conversions at all, where the textbook interval has no width.
 */
export function newcombe(treatment: Counted, control: Counted): Interval {
  const [t, c] = [wilson(treatment), wilson(control)];
  const difference = t.share - c.share;
  return {
    difference,
    low: difference - Math.hypot(t.share - t.low, c.high - c.share),
    high: difference + Math.hypot(t.high - t.share, c.share - c.low),
  };
}

/** Wilson's score interval of one share (E. B. Wilson, JASA 22, 1927). */
function wilson({ visitors, conversions }: Counted): { readonly share: number; readonly low: number; readonly high: number } {
  const squared = NORMAL_QUANTILE ** 2;
  const share = conversions / visitors;
  const center = 2 * conversions + squared;
  const reach = NORMAL_QUANTILE * Math.sqrt(squared + 4 * conversions * (1 - share));
  const width = 2 * (visitors + squared);
  return { share, low: (center - reach) / width, high: (center + reach) / width };
}
