import { solveLogistic } from '../train/solveLogistic.ts';

/** Of each part the weight of its logit, at least 0, and what is added. */
export interface Stacked { readonly weights: readonly number[]; readonly offset: number }

/**
 * How much each part should say, learned from logits of sessions that the part was not trained on: logistic regression with no weight below 0, drawn to `toward`
 * as strongly as `l2` says. Of one part alone it is Platt's calibration.
 */
export function stack(parts: readonly Float64Array[], labels: ArrayLike<number>, { weights, toward = parts.map(() => 1 / parts.length), l2 = 1 }:
{ readonly weights?: ArrayLike<number> | undefined; readonly toward?: readonly number[]; readonly l2?: number } = {}): Stacked {
  let open = parts.map((_part, at) => at);
  for (;;) {
    const found = solveLogistic({ columns: open.map((at) => parts[at]!), labels, weights, l2, toward: open.map((at) => toward[at]!) });
    const worst = open.reduce((least, _part, at) => (found[at]! < found[least]! ? at : least), 0);
    if (!open.length || found[worst]! >= 0) return { weights: parts.map((_part, at) => (open.includes(at) ? found[open.indexOf(at)]! : 0)), offset: found[open.length]! };
    // Who speaks against what it was trained for is left out.
    open = open.filter((_part, at) => at !== worst);
  }
}
