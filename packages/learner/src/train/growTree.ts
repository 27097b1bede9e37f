import type { Binned } from './binColumns.ts';
import { findSplit, type SplitLimits } from './findSplit.ts';

export interface GrowLimits extends SplitLimits {
  /** Questions between root and leaf, at most. */
  readonly depth: number;
  /** What a tree's leaves are multiplied with, above 0, at most 1: slower learns finer. */
  readonly rate: number;
}

/** What a tree is grown from: of each session the loss's slope and bend at the present logit, `[slope, bend]` one after the other. */
export interface Ground {
  readonly binned: readonly Binned[];
  /** Where each column's bins begin in a histogram; at the end, how many there are. */
  readonly offsets: readonly number[];
  readonly pull: Float64Array;
}

/** Lists of trees that grow: see `ModelTrees`. */
export type Growing = Readonly<Record<'roots' | 'feature' | 'threshold' | 'right' | 'value', number[]>>;

/** Adds a tree, grown over `rows`, which are put into another order. */
export function growTree(forest: Growing, { binned, offsets, pull }: Ground, rows: Int32Array, limits: GrowLimits): void {
  const size = 2 * offsets.at(-1)!;
  const near = new Float64Array(2 * rows.length);
  forest.roots.push(forest.value.length);
  grow(0, rows.length, limits.depth, histogram(0, rows.length));

  /** Adds the node over a stretch of the rows, and all below. @returns the sum of its leaves over those rows. */
  function grow(from: number, to: number, depth: number, sums: Float64Array): number {
    const here = forest.value.push(0) - 1;
    forest.feature.push(0);
    forest.threshold.push(0);
    forest.right.push(0);
    const total = totalOf(sums);
    const split = depth > 0 ? findSplit(sums, binned, offsets, total, limits) : undefined;
    if (!split) {
      forest.value[here] = cut(-limits.rate * total[0] / (total[1] + limits.l2));
      return forest.value[here]! * (to - from);
    }
    const middle = part(from, to, split);
    const smallIsLeft = middle - from <= to - middle;
    const small = depth > 1 ? smallIsLeft ? histogram(from, middle) : histogram(middle, to) : undefined;
    // Of two children the larger's sums are what is left of the parent's.
    if (small) for (let at = 0; at < size; at++) sums[at]! -= small[at]!;
    const sumsOf = (isLeft: boolean, start: number, end: number): Float64Array => (small ? isLeft === smallIsLeft ? small : sums : totals(start, end));
    forest.feature[here] = split.column;
    forest.threshold[here] = binned[split.column]!.thresholds[split.bin]!;
    const left = grow(from, middle, depth - 1, sumsOf(true, from, middle));
    forest.right[here] = (forest.value.length - here) * (split.unknownRight ? -1 : 1);
    const sum = left + grow(middle, to, depth - 1, sumsOf(false, middle, to));
    forest.value[here] = cut(sum / (to - from));
    return sum;
  }

  /** Slopes and bends over a stretch of the rows, by column and bin. */
  function histogram(from: number, to: number): Float64Array {
    const sums = new Float64Array(size);
    // Brought together once, for they are read by every column.
    for (let at = from; at < to; at++) {
      near[2 * at] = pull[2 * rows[at]!]!;
      near[2 * at + 1] = pull[2 * rows[at]! + 1]!;
    }
    for (let column = 0; column < binned.length; column++) {
      const { bins } = binned[column]!;
      const offset = offsets[column]!;
      for (let at = from; at < to; at++) {
        const cell = 2 * (offset + bins[rows[at]!]!);
        sums[cell]! += near[2 * at]!;
        sums[cell + 1]! += near[2 * at + 1]!;
      }
    }
    return sums;
  }

  /** The same of one bin: all that a leaf asks for. */
  function totals(from: number, to: number): Float64Array {
    const sums = new Float64Array(2);
    for (let at = from; at < to; at++) {
      sums[0]! += pull[2 * rows[at]!]!;
      sums[1]! += pull[2 * rows[at]! + 1]!;
    }
    return sums;
  }

  /** The whole of a node, read off the bins of the first column. */
  function totalOf(sums: Float64Array): readonly [slope: number, bend: number] {
    let [slope, bend] = [0, 0];
    const end = Math.min(sums.length, 2 * offsets[1]!);
    for (let at = 0; at < end; at += 2) {
      slope += sums[at]!;
      bend += sums[at + 1]!;
    }
    return [slope, bend];
  }

  /** Brings what goes left before what goes right. @returns where the right begins. */
  function part(from: number, to: number, { column, bin, unknownRight }: { readonly column: number; readonly bin: number; readonly unknownRight: boolean }): number {
    const { bins, thresholds } = binned[column]!;
    const unknown = thresholds.length + 1;
    let [low, high] = [from, to - 1];
    while (low <= high) {
      const row = rows[low]!;
      const value = bins[row]!;
      if (value === unknown ? unknownRight : value > bin) {
        rows[low] = rows[high]!;
        rows[high--] = row;
      } else low++;
    }
    return low;
  }
}

/** Five decimals of a logit are more than anybody knows, and what is kept of a fit under way is half as long. */
const cut = (value: number): number => Math.round(value * 1e5) / 1e5;
