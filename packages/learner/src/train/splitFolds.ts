import { createDice, shuffle } from './createDice.ts';

/** To which of `folds` parts, counted from 0, each session belongs. Each part has the same share of both labels, to one session. */
export function splitFolds(labels: ArrayLike<number>, folds: number, seed: number): Uint8Array {
  const fold = new Uint8Array(labels.length);
  const dealt = [0, 0];
  for (const row of shuffle(labels.length, createDice(seed))) {
    const label = labels[row]! ? 1 : 0;
    // The second label is dealt from the other end, so that parts are of one size.
    const at = dealt[label]!++ % folds;
    fold[row] = label ? folds - 1 - at : at;
  }
  return fold;
}

/** The rows of one fold, or those of all the others. */
export const rowsOf = (fold: Uint8Array, number: number, others = false): Int32Array =>
  Int32Array.from(fold.keys()).filter((row) => (fold[row] === number) !== others);
