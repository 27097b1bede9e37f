import { ranked } from './auc.ts';

/** How much more a challenger's AUC is than the champion's on the same sessions. */
export interface Comparison {
  readonly champion: number;
  readonly challenger: number;
  readonly difference: number;
  /** Of the difference; 0 where both rank alike. */
  readonly error: number;
  /** How sure it is that the challenger ranks better, 0 to 1: one-sided, by the normal approximation. */
  readonly confidence: number;
}

/**
 * Compares two scores of the same sessions by DeLong's method for correlated curves (E. R. DeLong and others, Biometrics 44, 1988; ranks as by X. Sun and
 * W. Xu, 2014). Undefined where either label has fewer than two sessions.
 * @param groups whose each session is: those of one visitor are alike, so their differences are summed before they are squared (N. A. Obuchowski, Biometrics 53, 1997)
 */
export function compareAuc(champion: ArrayLike<number>, challenger: ArrayLike<number>, labels: ArrayLike<number>, groups?: ArrayLike<number>): Comparison | undefined {
  const [one, other] = [placements(champion, labels), placements(challenger, labels)];
  const counts = [other.shares.length - one.positives, one.positives] as const;
  if (Math.min(...counts) < 2) return undefined;
  const difference = other.auc - one.auc;
  const sums = new Map<number, number>();
  other.shares.forEach((share, row) => {
    const n = counts[labels[row]! ? 1 : 0];
    // Of one session each, what DeLong divides by one less than the count.
    const by = groups ? n : Math.sqrt(n * (n - 1));
    const group = groups ? groups[row]! : row;
    sums.set(group, (sums.get(group) ?? 0) + (share - one.shares[row]! - difference) / by);
  });
  const spread = [...sums.values()].reduce((sum, value) => sum + value * value, 0);
  const error = Math.sqrt(groups ? spread * sums.size / Math.max(1, sums.size - 1) : spread);
  return { champion: one.auc, challenger: other.auc, difference, error, confidence: error > 1e-12 ? normalShare(difference / error) : 0.5 };
}

/** Whether the challenger ranks better with the confidence asked for, 0.5 to 1. */
export const isBetter = (comparison: Comparison | undefined, confidence = 0.95): boolean => comparison !== undefined && comparison.confidence >= confidence;

/** Of each session the share of the other label's that it stands on the right side of; ties count half. */
function placements(scores: ArrayLike<number>, labels: ArrayLike<number>): { readonly shares: Float64Array; readonly positives: number; readonly auc: number } {
  const order = ranked(scores);
  const positives = order.reduce((sum, row) => sum + (labels[row]! ? 1 : 0), 0);
  const shares = new Float64Array(order.length);
  let [yesBelow, noBelow] = [0, 0];
  for (let from = 0, to = 0; from < order.length; from = to) {
    let yes = 0;
    for (; to < order.length && scores[order[to]!] === scores[order[from]!]; to++) yes += labels[order[to]!] ? 1 : 0;
    const no = to - from - yes;
    for (let at = from; at < to; at++) {
      const row = order[at]!;
      shares[row] = labels[row]! ? (noBelow + no / 2) / (order.length - positives) : 1 - (yesBelow + yes / 2) / positives;
    }
    yesBelow += yes;
    noBelow += no;
  }
  return { shares, positives, auc: shares.reduce((sum, share, row) => sum + (labels[row]! ? share : 0), 0) / positives };
}

/** The share of the normal distribution below z (Abramowitz and Stegun 26.2.17; off by less than 1e-7). */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z > 0 ? 1 - tail : tail;
}
