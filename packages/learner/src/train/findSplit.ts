import type { Binned } from './binColumns.ts';

export interface SplitLimits {
  /** Drawn to 0 as if this much more of the loss's bend stood against it, at least 0. */
  readonly l2: number;
  /** The least sum of the loss's bend on either side: a session of which nothing is known weighs a quarter. */
  readonly leastWeight: number;
}

/** Values of a column that reach its threshold number `bin` go right; unknown ones to the side that is said. */
export interface Split {
  readonly column: number;
  readonly bin: number;
  readonly unknownRight: boolean;
}

/**
 * The split that lowers the loss most, by the sums of slopes and bends in each bin; undefined where none does. Where unknown values go is learned; where
 * none was seen they go with the larger side.
 */
export function findSplit(sums: Float64Array, binned: readonly Binned[], offsets: readonly number[], [slope, bend]: readonly [number, number], { l2, leastWeight }: SplitLimits): Split | undefined {
  const gainOf = (s: number, b: number): number => s * s / (b + l2 + 1e-12);
  let best: Split | undefined;
  let most = gainOf(slope, bend) + 1e-6;
  for (let column = 0; column < binned.length; column++) {
    const offset = offsets[column]!;
    const { length } = binned[column]!.thresholds;
    const unknown = 2 * (offset + length + 1);
    const [unknownSlope, unknownBend] = [sums[unknown]!, sums[unknown + 1]!];
    let [leftSlope, leftBend] = [0, 0];
    for (let bin = 0; bin < length; bin++) {
      leftSlope += sums[2 * (offset + bin)]!;
      leftBend += sums[2 * (offset + bin) + 1]!;
      const larger = 2 * leftBend < bend;
      // Differences leave a hair where nothing is.
      for (const unknownRight of unknownBend > 1e-9 ? [true, false] : [larger]) {
        const [s, b] = unknownRight ? [leftSlope, leftBend] : [leftSlope + unknownSlope, leftBend + unknownBend];
        if (b < leastWeight || bend - b < leastWeight) continue;
        const gain = gainOf(s, b) + gainOf(slope - s, bend - b);
        if (!(gain > most)) continue;
        most = gain;
        best = { column, bin, unknownRight };
      }
    }
  }
  return best;
}
