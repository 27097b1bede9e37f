import { knownOf } from './Samples.ts';

/** A column in bins. */
export interface Binned {
  /** In rising order. */
  readonly thresholds: readonly number[];
  /** Of each session how many thresholds its value reaches; one more than there are where it is unknown. */
  readonly bins: Uint8Array;
}

/** Cuts each column into at most `most` bins (255 at most) of about as many sessions each, never between equal values. */
export const binColumns = (columns: readonly ArrayLike<number>[], most: number): Binned[] => columns.map((column) => {
  const values = knownOf(column);
  const sorted = values.filter((value) => value === value).sort();
  let distinct = 1;
  for (let at = 1; at < sorted.length; at++) if (sorted[at]! > sorted[at - 1]!) distinct++;
  const thresholds: number[] = [];
  let since = 0;
  for (let at = 1; at < sorted.length; at++) {
    const [below, above] = [sorted[at - 1]!, sorted[at]!];
    // Each bin takes its share of the sessions that are left; where there are few values, each is a bin.
    const full = distinct <= most || at - since >= (sorted.length - since) / (most - thresholds.length);
    if (below === above || !full || thresholds.length === most - 1) continue;
    thresholds.push(between(below, above));
    since = at;
  }
  const bins = new Uint8Array(values.length);
  for (let row = 0; row < bins.length; row++) bins[row] = values[row] === values[row] ? reached(thresholds, values[row]!) : thresholds.length + 1;
  return { thresholds, bins };
});

/** The number with the fewest digits that is above one and not above the other: thresholds travel. */
function between(below: number, above: number): number {
  for (let digits = 1; digits < 17; digits++) {
    const short = Number(((below + above) / 2).toPrecision(digits));
    if (short > below && short <= above) return short;
  }
  return above;
}

/** How many of the thresholds a value reaches. */
function reached(thresholds: readonly number[], value: number): number {
  let [low, high] = [0, thresholds.length];
  while (low < high) {
    const middle = low + high >> 1;
    if (value >= thresholds[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}
