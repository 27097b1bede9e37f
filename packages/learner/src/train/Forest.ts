import type { ModelTrees } from '@tactful/protocol';

/** Trees as a model has them, and how many sessions came by each node: with that their contributions are exact (`explain`). */
export interface Forest extends ModelTrees {
  readonly cover: readonly number[];
}

/** The first trees of a forest. */
export function firstTrees(forest: Forest, count: number): Forest {
  const end = forest.roots[count] ?? forest.value.length;
  const cut = (list: readonly number[]): readonly number[] => list.slice(0, end);
  const { features, roots, feature, threshold, right, value, cover } = forest;
  return { features, roots: roots.slice(0, count), feature: cut(feature), threshold: cut(threshold), right: cut(right), value: cut(value), cover: cut(cover) };
}

/** The leaf that a session comes to, from the node on, with the device's own comparison. `values` holds a list for each feature; NaN is unknown. */
export function leafOf({ feature, threshold, right }: ModelTrees, node: number, values: readonly Float64Array[], row: number): number {
  for (let jump = right[node]!; jump; jump = right[node]!) {
    const x = values[feature[node]!]![row]!;
    node += x >= threshold[node]! || jump < 0 && x !== x ? Math.abs(jump) : 1;
  }
  return node;
}
