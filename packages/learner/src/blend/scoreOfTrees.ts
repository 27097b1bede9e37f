import type { ModelScore, ModelTrees } from '@tactful/protocol';
import type { Trees } from '../train/createTrees.ts';

/** Boosted trees as a score: the first `count` of them. */
export function scoreOfTrees({ base, trees }: Trees, count = trees.roots.length): ModelScore {
  const end = trees.roots[count] ?? trees.value.length;
  const cut = (list: readonly number[]): readonly number[] => list.slice(0, end);
  const first: ModelTrees = { features: trees.features, roots: trees.roots.slice(0, count), feature: cut(trees.feature), threshold: cut(trees.threshold), right: cut(trees.right), value: cut(trees.value) };
  return { bias: first.roots.reduce((sum, root) => sum + first.value[root]!, base), ...(count ? { trees: first } : {}) };
}
