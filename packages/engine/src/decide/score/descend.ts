import type { ModelTrees } from '@tactful/protocol';

/** The node of a tree below this one, by the features' values; 0 below a leaf. */
export function descend({ feature, threshold, right }: ModelTrees, node: number, values: readonly number[]): number {
  const jump = right[node]!;
  const x = values[feature[node]!]!;
  return jump && node + (x >= threshold[node]! || jump < 0 && x !== x ? Math.abs(jump) : 1);
}
