import type { ModelTrees } from '@tactful/protocol';

/** The leaf that a session comes to, from the node on, with the device's own comparison. `values` holds a list for each feature; NaN is unknown. */
export function leafOf({ feature, threshold, right }: ModelTrees, node: number, values: readonly Float64Array[], row: number): number {
  for (let jump = right[node]!; jump; jump = right[node]!) {
    const x = values[feature[node]!]![row]!;
    node += x >= threshold[node]! || jump < 0 && x !== x ? Math.abs(jump) : 1;
  }
  return node;
}
