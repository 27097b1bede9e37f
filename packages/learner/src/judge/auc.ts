/** The area under the ROC curve: how often one that is scores above one that is not; ties count half. NaN where all are of one label. */
export function auc(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const order = ranked(scores);
  let [wins, negatives, from] = [0, 0, 0];
  while (from < order.length) {
    let [to, positives] = [from, 0];
    for (; to < order.length && scores[order[to]!] === scores[order[from]!]; to++) positives += labels[order[to]!] ? 1 : 0;
    const others = to - from - positives;
    wins += positives * (negatives + others / 2);
    negatives += others;
    from = to;
  }
  return wins / (negatives * (order.length - negatives));
}

/** The rows by rising score. */
export const ranked = (scores: ArrayLike<number>): Uint32Array => Uint32Array.from({ length: scores.length }, (_one, at) => at).sort((one, other) => scores[one]! - scores[other]!);
