import type { Interval } from './Interval.ts';
import { newcombe, type Counted } from './newcombe.ts';
import { WANTED_VISITORS_PER_ARM } from './WANTED_VISITORS_PER_ARM.ts';

/**
 * Share of visitors who convert, treated minus control, with its 95 % interval.
 * @returns `null` while either arm has fewer than `WANTED_VISITORS_PER_ARM` visitors.
 */
export function conversionLift(treatment: Counted, control: Counted): Interval | null {
  if (treatment.visitors < WANTED_VISITORS_PER_ARM || control.visitors < WANTED_VISITORS_PER_ARM) return null;
  return newcombe(treatment, control);
}
