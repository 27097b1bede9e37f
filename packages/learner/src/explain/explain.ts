import type { ModelScore, ModelTrees } from '@tactful/protocol';
import { weigh } from '../blend/evaluate.ts';
import { known } from '../train/Samples.ts';
import { childOf } from './coverOf.ts';

/** What a score says of one session, and why. */
export interface Explained {
  readonly logit: number;
  /** The logit of which the contributions are told: with them it is the logit, exactly. */
  readonly base: number;
  /** By feature, on the scale of the logit. */
  readonly contributions: Readonly<Record<string, number>>;
}

/** One feature on the way to a leaf: the share of the background that passes its questions, and whether the session does. */
interface Passed { readonly feature: number; readonly share: number; readonly passes: boolean }

/**
 * Exact contributions: of terms what each gives, of trees Shapley values over the ways that the background took (`cover` from `coverOf`; path-dependent TreeSHAP,
 * S. M. Lundberg and others, Nature Machine Intelligence 2, 2020). Devices tell the differences along the path instead, which add up just as well and
 * give more to what is asked first.
 */
export function explain({ bias, terms = [], trees }: ModelScore, cover: readonly number[], features: Readonly<Record<string, number | undefined>>): Explained {
  const contributions: Record<string, number> = {};
  const add = (name: string, by: number): void => { contributions[name] = (contributions[name] ?? 0) + by; };
  for (const term of terms) add(term[0], weigh(term, known(features[term[0]])));
  let base = bias;
  if (trees) {
    const values = trees.features.map((name) => known(features[name]));
    for (const root of trees.roots) {
      base -= trees.value[root]!;
      base += walk(trees, cover, values, root, [], (feature, by) => add(trees.features[feature]!, by));
    }
  }
  return { logit: Object.values(contributions).reduce((sum, one) => sum + one, base), base, contributions };
}

/** Adds what every leaf below tells of each feature on the way. @returns what is expected over the background. */
function walk(trees: ModelTrees, cover: readonly number[], values: readonly number[], node: number, way: readonly Passed[], add: (feature: number, by: number) => void): number {
  const jump = Math.abs(trees.right[node]!);
  if (!jump) {
    const value = trees.value[node]!;
    way.forEach(({ feature, share, passes }, at) => add(feature, value * (+passes - share) * meanShare(way.filter((_one, other) => other !== at))));
    return value * way.reduce((all, { share }) => all * share, 1);
  }
  const feature = trees.feature[node]!;
  const next = childOf(trees, node, values[feature]!);
  const before = way.find((one) => one.feature === feature);
  const others = way.filter((one) => one !== before);
  return [node + 1, node + jump].reduce((sum, child) => {
    // Where the background never came, both ways are as likely.
    const share = (before?.share ?? 1) * (cover[node] ? cover[child]! / cover[node]! : 0.5);
    return sum + walk(trees, cover, values, child, [...others, { feature, share, passes: (before?.passes ?? true) && child === next }], add);
  }, 0);
}

/** The mean, over all orders in which features become known, of the share that passes the others' questions before one of them is told. */
function meanShare(others: readonly Passed[]): number {
  // The coefficient of t^k sums the products in which k of the others are known.
  const sums = others.reduce((from, { share, passes }) => {
    const to = [...from, 0].map((one) => one * share);
    if (passes) from.forEach((one, at) => { to[at + 1]! += one; });
    return to;
  }, [1]);
  const count = others.length;
  // k! (count - k)! / (count + 1)!, one after the other.
  let weight = 1 / (count + 1);
  return sums.reduce((sum, one, known) => {
    const mean = sum + one * weight;
    weight *= (known + 1) / Math.max(1, count - known);
    return mean;
  }, 0);
}
