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
}

const count = (met: readonly Met[], of: (one: Met) => boolean): number => met.filter(of).length;
const sumsOf = (met: readonly Met[], of: (one: Met) => boolean): ArmSums => ({ visitors: met.length, sum: count(met, of), squares: count(met, of), x: 0, xSquares: 0, products: 0 });
const treatedOf = (met: readonly Met[]): Met[] => met.filter(({ treated }) => treated);

/** Whether a state's threshold is better higher than `from`, by what became of those who met a campaign: of the tenths above it, the highest that something speaks for. Lower is not to be known: nobody below met it. */
export function proposeThreshold(met: readonly Met[], from: Probability): ThresholdProposal {
  const bands = Array.from({ length: 10 }, (_one, tenth): ThresholdBand => {
    const own = met.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === tenth), treated = treatedOf(own);
    const converted = (one: Met): boolean => one.converted;
    return {
      low: tenth / 10, treated: treated.length, control: own.length - treated.length, treatedConverted: count(treated, converted),
      controlConverted: count(own, converted) - count(treated, converted), unwanted: count(treated, ({ unwanted }) => unwanted),
    };
  }).filter(({ treated, control }) => treated + control > 0);
  const few = Math.min(treatedOf(met).length, count(met, ({ treated }) => !treated)) < WANTED_VISITORS_PER_ARM;
  for (let tenth = 9; tenth / 10 > from; tenth--) {
    if (!bands.some(({ low }) => low === (tenth - 1) / 10)) continue;
    const to = tenth / 10, [below, above] = [met.filter(({ score }) => score < to), treatedOf(met.filter(({ score }) => score >= to))];
    const helps = lift(sumsOf(treatedOf(below), (one) => one.converted), sumsOf(below.filter(({ treated }) => !treated), (one) => one.converted));
    if (helps && helps.high < 0) return { bands, few, to, why: 'harm' };
    const worse = lift(sumsOf(treatedOf(below), (one) => one.unwanted), sumsOf(above, (one) => one.unwanted));
    if (!few && worse && worse.low > 0 && !(helps && helps.low > 0)) return { bands, few, to, why: 'unwanted' };
  }
  return { bands, few, to: null };
}
