import { createDice, shuffle } from './createDice.ts';

/**
 * To which of `folds` parts, counted from 0, each session belongs; those of one group to the same. Each part has the same share of both labels, to one
 * session; of groups, to one that has any of label 1.
 */
export function splitFolds(labels: ArrayLike<number>, folds: number, seed: number, groups?: ArrayLike<number>): Uint8Array {
  const members = new Map<number, number[]>();
  for (let row = 0; row < labels.length; row++) {
    const group = groups?.[row] ?? row;
    members.get(group)?.push(row) ?? members.set(group, [row]);
  }
  const lists = [...members.values()];
  const fold = new Uint8Array(labels.length);
  const dealt = [0, 0];
  for (const group of shuffle(lists.length, createDice(seed))) {
    const rows = lists[group]!;
    const label = rows.some((row) => labels[row]) ? 1 : 0;
    // The second label is dealt from the other end, so that parts are of one size.
    const at = dealt[label]!++ % folds;
    for (const row of rows) fold[row] = label ? folds - 1 - at : at;
  }
  return fold;
}

/** The rows of one fold, or those of all the others. */
export const rowsOf = (fold: Uint8Array, number: number, others = false): Int32Array =>
  Int32Array.from(fold.keys()).filter((row) => (fold[row] === number) !== others);
