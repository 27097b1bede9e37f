import type { ModelTrees } from './DeviceModel.ts';

/** Whether the lists describe trees: as long as each other, every way down ends at a leaf of its own tree, no node is left out. */
export function isForest({ features, roots, feature, threshold, right, value }: ModelTrees): boolean {
  const end = value.length;
  if ([feature, threshold, right].some((list) => list.length !== end) || feature.some((index) => index >= features.length)) return false;
  /** The node behind the subtree of `node`; NaN where the lists end before it does. It goes as deep as a tree, at most `LIMITS.modelNodes`. */
  const behind = (node: number): number => {
    if (!(node < end)) return NaN;
    const to = node + Math.abs(right[node]!);
    if (to === node) return node + 1;
    return behind(node + 1) === to ? behind(to) : NaN;
  };
  let next = 0;
  for (const root of roots) next = root === next ? behind(root) : NaN;
  return next === end;
}
