import type { Probability, ThresholdBand, ThresholdProposal } from '@tactful/protocol';
import type { ArmSums } from './ArmSums.ts';
import { lift } from './lift.ts';
import { WANTED_VISITORS_PER_ARM } from './WANTED_VISITORS_PER_ARM.ts';

/** One visitor who met a campaign. */
export interface Met {
  /** What the state's score said then. */
  readonly score: Probability;
  readonly treated: boolean;
  readonly converted: boolean;
  /** Dismissed, or asked for no more suggestions; of the treated alone. */
  readonly unwanted: boolean;
  /** What they said to "Did this help?", of the treated alone; absent where they said nothing, as nearly all. */
  readonly helped?: boolean;
}

const count = (met: readonly Met[], of: (one: Met) => boolean): number => met.filter(of).length;
const sumsOf = (met: readonly Met[], of: (one: Met) => number): ArmSums => {
  const values = met.map(of);
  const sum = (power: number): number => values.reduce((all, value) => all + value ** power, 0);
  return { visitors: met.length, sum: sum(1), squares: sum(2), x: 0, xSquares: 0, products: 0 };
};
const converted = (one: Met): number => Number(one.converted);
/** How little somebody wanted it: 1 who said no, or said nothing and put it away; −1 who said yes; 0 anybody else. */
const unwanted = (one: Met): number => (one.helped === undefined ? Number(one.unwanted) : one.helped ? -1 : 1);
const treatedOf = (met: readonly Met[]): Met[] => met.filter(({ treated }) => treated);

/**
 * Whether a state's threshold is better higher than `from`, by what became of those who met a campaign: of the tenths above it, the highest that something speaks for. Lower is not to be known: nobody below met it.
 *
 * Whether a message is less wanted below a tenth than above is one mean over all who were shown it: a "No" to "Did this help?" is as much as a dismissal, a "Yes" takes one back, and who says nothing counts by
 * what they did. So ten answers among a thousand visitors move it by a hundredth, and none of them by more than one visitor could.
 */
export function proposeThreshold(met: readonly Met[], from: Probability): ThresholdProposal {
  const bands = Array.from({ length: 10 }, (_one, tenth): ThresholdBand => {
    const own = met.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === tenth), treated = treatedOf(own);
    return {
      low: tenth / 10, treated: treated.length, control: own.length - treated.length, treatedConverted: count(treated, (one) => one.converted),
      controlConverted: count(own, (one) => !one.treated && one.converted), unwanted: count(treated, (one) => one.unwanted),
      helped: count(treated, ({ helped }) => helped === true), unhelpful: count(treated, ({ helped }) => helped === false),
    };
  }).filter(({ treated, control }) => treated + control > 0);
  const few = Math.min(treatedOf(met).length, count(met, ({ treated }) => !treated)) < WANTED_VISITORS_PER_ARM;
  for (let tenth = 9; tenth / 10 > from; tenth--) {
    if (!bands.some(({ low }) => low === (tenth - 1) / 10)) continue;
    const to = tenth / 10, [below, above] = [met.filter(({ score }) => score < to), treatedOf(met.filter(({ score }) => score >= to))];
    const helps = lift(sumsOf(treatedOf(below), converted), sumsOf(below.filter(({ treated }) => !treated), converted));
    if (helps && helps.high < 0) return { bands, few, to, why: 'harm' };
    const worse = lift(sumsOf(treatedOf(below), unwanted), sumsOf(above, unwanted));
    if (!few && worse && worse.low > 0 && !(helps && helps.low > 0)) return { bands, few, to, why: 'unwanted' };
  }
  return { bands, few, to: null };
}
