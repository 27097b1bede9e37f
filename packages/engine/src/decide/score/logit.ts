import type { Core } from '../../memory.ts';
import type { Asked } from './ask.ts';
import { descend } from './descend.ts';
import { known } from './known.ts';
import { weigh } from './weigh.ts';

/**
 * The logit of `score` without its parts, which nobody reads at each fact: what lies between a tree's root and a leaf cancels
 * out.
 */
export function logit({ score: { bias, trees }, terms, trees: reads }: Asked, core: Core): number {
  let sum = bias;
  for (const term of terms) sum += weigh(term, known(term[0](core)));
  if (trees) {
    const values = reads.map((read) => known(read(core)));
    for (const root of trees.roots) {
      let node = root;
      for (let below; below = descend(trees, node, values);) node = below;
      sum += trees.value[node]! - trees.value[root]!;
    }
  }
  return sum;
}
