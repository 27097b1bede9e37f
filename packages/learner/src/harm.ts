import type { Interval } from './Interval.ts';

/** Lifts of one campaign; null where one is not told. */
export interface Lifts { readonly value: Interval | null; readonly conversion: Interval | null }

/**
 * In what a campaign does harm: its interval lies wholly below zero, and that of the other not wholly above. Value says more than conversions, and is looked at first. Each interval lies below by chance in at
 * most one of forty campaigns without effect, so both together in one of twenty. `null`: in nothing that is known.
 */
export function harm({ value, conversion }: Lifts): 'value' | 'conversion' | null {
  if (value && value.high < 0) return conversion && conversion.low > 0 ? null : 'value';
  return conversion && conversion.high < 0 && !(value && value.low > 0) ? 'conversion' : null;
}
