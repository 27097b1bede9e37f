import type { ModelScore } from '@tactful/protocol';
import type { Asked } from './ask.ts';
import { descend } from './descend.ts';
import { weigh } from './weigh.ts';

/**
 * The logit of `score` without its parts, which nobody reads at each fact: what lies between a tree's root and a leaf cancels
 * out. NaN is unknown.
 */
export function logit({ bias, trees }: ModelScore, asked: Asked, values: readonly number[]): number {
  let sum = bias;
  for (const term of asked.terms) sum += weigh(term, values[term[0]]!);
  if (trees) {
    const own = asked.trees!.map((place) => values[place]!);
    for (const root of trees.roots) {
      let node = root;
      for (let below; below = descend(trees, node, own);) node = below;
      sum += trees.value[node]! - trees.value[root]!;
    }
  }
  return sum;
}
