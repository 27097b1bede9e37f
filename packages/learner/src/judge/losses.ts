import { sigmoid, softplus } from '../train/solveLogistic.ts';

/** The mean logistic loss of logits. */
export function logLoss(logits: ArrayLike<number>, labels: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < logits.length; row++) sum += softplus(logits[row]!) - labels[row]! * logits[row]!;
  return sum / logits.length;
}

/** The mean squared distance of probability and label. */
export function brier(logits: ArrayLike<number>, labels: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < logits.length; row++) sum += (sigmoid(logits[row]!) - labels[row]!) ** 2;
  return sum / logits.length;
}
