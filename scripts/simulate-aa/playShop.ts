import { isMismatch } from '@tactful/learner';
import type { Difference } from '@tactful/protocol';
import { compareArms } from '../../packages/collector/src/report/compareArms.ts';
import type { ArmTally } from '../../packages/collector/src/report/valuesOf.ts';
import { createRandom } from './createRandom.ts';
import { ownSpread } from './ownSpread.ts';
import { openShop, playCampaign } from './playCampaign.ts';
import type { Shop } from './Shop.ts';

export const MEASURES = ['value', 'conversion'] as const;

/** What is played of one shop. */
export interface Play { readonly shop: Shop; readonly campaigns: number; readonly days: number; readonly seed: number }

/**
 * What was ever seen of a campaign: a difference in `value` or `conversion`; one wholly below zero (`below`); the true difference of conversions outside of its interval (`missed`); arms of another size than
 * they were drawn (`mismatch`). By each arm's own spread: a difference in conversions by the textbook's test, looked at each day (`peeked`), in either by the plain sequence, and by the textbook's at the end.
 */
const SEEN = { value: false, conversion: false, below: false, missed: false, mismatch: false, peeked: false, plainValue: false, plainConversion: false, fixedValue: false, fixedConversion: false };
type Sight = keyof typeof SEEN;

/**
 * Shares of a shop's campaigns. `day`: on which a difference was first seen, in the middle of those in which it was; NaN without any. `spared`: what the adjustment for carts takes off the variance of a difference at the
 * end, on average, in value and in conversions.
 */
export type Seen = Readonly<Record<Sight | 'day' | 'sparedValue' | 'sparedConversion', number>>;

const variance = (told: Difference | null): number => (told ? (told.high - told.low) ** 2 : 0);
/** An arm of which nothing was known beforehand. */
const unknown = (tally: ArmTally): ArmTally => ({ ...tally, x: 0, xSquares: 0, products: 0, classes: new Map([...tally.classes].map(([among, values]) => [among, { ...values, x: 0, xSquares: 0, products: 0 }])) });

/** Plays the campaigns of a shop and looks at each on each day as the console does (`compareArms`). */
export function playShop({ shop, campaigns, days, seed }: Play, step: () => void): Seen {
  const random = createRandom(seed);
  const visitor = openShop(shop, random);
  const truth = shop.conversion * shop.lift;
  const sights = Object.keys(SEEN) as Sight[];
  const n = Object.fromEntries(sights.map((sight) => [sight, 0])) as Record<Sight, number>;
  const first: number[] = [];
  const widths = { value: 0, conversion: 0 }, bare = { value: 0, conversion: 0 };
  for (let campaign = 0; campaign < campaigns; campaign++) {
    const seen = { ...SEEN };
    const look = (day: number, treated: ArmTally, kept: ArmTally): void => {
      const { lift } = compareArms(treated, kept);
      seen.mismatch ||= isMismatch([{ share: shop.control, treatment: treated.visitors, control: kept.visitors }]);
      if (!lift.conversion) return;
      const own = { value: ownSpread(treated, kept, 'value'), conversion: ownSpread(treated, kept, 'conversion') };
      seen.peeked ||= own.conversion.fixed;
      seen.plainValue ||= own.value.plain;
      seen.plainConversion ||= own.conversion.plain;
      if (day === days - 1) {
        [seen.fixedValue, seen.fixedConversion] = [own.value.fixed, own.conversion.fixed];
        const without = compareArms(unknown(treated), unknown(kept)).lift;
        for (const measure of MEASURES) {
          widths[measure] += variance(lift[measure]);
          bare[measure] += variance(without[measure]);
        }
      }
      seen.missed ||= lift.conversion.low > truth || lift.conversion.high < truth;
      for (const measure of MEASURES) {
        const told = lift[measure];
        if (!told || (told.low <= 0 && told.high >= 0)) continue;
        if (!seen.value && !seen.conversion) first.push(day + 1);
        seen[measure] = true;
        seen.below ||= told.high < 0;
      }
    };
    playCampaign(shop, { days, random, visitor, look });
    for (const sight of sights) if (seen[sight]) n[sight]++;
    step();
  }
  const shares = Object.fromEntries(sights.map((sight) => [sight, n[sight] / campaigns])) as Record<Sight, number>;
  return { ...shares, sparedValue: 1 - widths.value / bare.value, sparedConversion: 1 - widths.conversion / bare.conversion, day: first.sort((a, b) => a - b)[Math.floor(first.length / 2)] ?? NaN };
}
