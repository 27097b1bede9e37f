import { ranked } from './auc.ts';

/** The area under the steps of precision over recall, from the highest score down; tied ones count together. NaN where nobody is. */
export function averagePrecision(scores: ArrayLike<number>, labels: ArrayLike<number>): number {
  const order = ranked(scores);
  let [hits, sum] = [0, 0];
  for (let at = order.length - 1; at >= 0;) {
    const [tied, before] = [scores[order[at]!], hits];
    for (; at >= 0 && scores[order[at]!] === tied; at--) hits += labels[order[at]!] ? 1 : 0;
    sum += (hits - before) * hits / (order.length - 1 - at);
  }
  return sum / hits;
}
