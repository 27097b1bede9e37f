import { ranked } from './auc.ts';

/** The harmonic mean of precision and recall when every score from the threshold on counts as yes; 0 where none is both. */
export function f1(scores: ArrayLike<number>, labels: ArrayLike<number>, threshold: number): number {
  let [hits, said, are] = [0, 0, 0];
  for (let row = 0; row < scores.length; row++) {
    const [yes, is] = [scores[row]! >= threshold, labels[row]! > 0];
    said += +yes;
    are += +is;
    hits += +(yes && is);
  }
  return said + are ? 2 * hits / (said + are) : 0;
}

/** The threshold, one of the scores, with the highest F1. It is chosen on sessions that were trained on, and judged on others. */
export function bestThreshold(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const order = ranked(scores);
  const are = order.reduce((sum, row) => sum + (labels[row]! ? 1 : 0), 0);
  let [hits, most, threshold] = [0, -1, Infinity];
  for (let at = order.length - 1; at >= 0; at--) {
    hits += labels[order[at]!] ? 1 : 0;
    const value = 2 * hits / (order.length - at + are);
    if (value <= most || at > 0 && scores[order[at - 1]!] === scores[order[at]!]) continue;
    [most, threshold] = [value, scores[order[at]!]!];
  }
  return threshold;
}
