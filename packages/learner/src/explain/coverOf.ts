import type { ModelTrees } from '@tactful/protocol';
import { known, type Samples } from '../train/Samples.ts';

/** How many of the sessions come by each node of the trees: the background against which `explain` tells what a value changed. */
export function coverOf(trees: ModelTrees, { names, columns, labels }: Pick<Samples, 'names' | 'columns' | 'labels'>): number[] {
  const cover = trees.value.map(() => 0);
  const values = trees.features.map((name) => columns[names.indexOf(name)]);
  for (const root of trees.roots) {
    for (let row = 0; row < labels.length; row++) {
      for (let node = root, next; ; node = next) {
        cover[node]!++;
        next = childOf(trees, node, known(values[trees.feature[node]!]?.[row]));
        if (next === node) break;
      }
    }
  }
  return cover;
}

/** The node below by the value that this one asks for, NaN where it is unknown; of a leaf itself. */
export function childOf({ threshold, right }: ModelTrees, node: number, value: number): number {
  const jump = right[node]!;
  if (!jump) return node;
  return node + (value >= threshold[node]! || jump < 0 && value !== value ? Math.abs(jump) : 1);
}
