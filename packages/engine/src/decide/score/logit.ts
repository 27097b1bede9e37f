import type { ModelScore } from '@tactful/protocol';
import { descend } from './descend.ts';
import { weigh } from './weigh.ts';

/** The places of a score's features among the values given: of each term, and of those that trees ask for. */
export interface Asked { readonly terms: readonly number[]; readonly trees: readonly number[] }

/**
 * The logit of `score` without its parts, which nobody reads at each fact: what lies between a tree's root and a leaf cancels
 * out. NaN is unknown.
 */
export function logit({ bias, terms = [], trees }: ModelScore, asked: Asked, values: readonly number[]): number {
  let sum = bias;
  for (let index = 0; index < terms.length; index++) sum += weigh(terms[index]!, values[asked.terms[index]!]!);
  if (trees) {
    const own = asked.trees.map((place) => values[place]!);
    for (const root of trees.roots) {
      let node = root;
      for (let below; below = descend(trees, node, own);) node = below;
      sum += trees.value[node]! - trees.value[root]!;
    }
  }
  return sum;
}
