import type { ModelScore, ModelTerm } from '@tactful/protocol';
import { weigh } from './evaluate.ts';

/** A score, and what its logit is multiplied with. */
export interface Part { readonly score: ModelScore; readonly weight: number }

/**
 * One score whose logit is `offset` plus the weighted logits of the parts. Weights of terms are cut to six digits, nodes of trees to three decimals: it travels.
 * So calibration folds into a model: one part, the slope as its weight.
 */
export function blend(parts: readonly Part[], offset: number): ModelScore {
  const used = parts.filter(({ weight }) => weight !== 0);
  let bias = offset;
  const terms: ModelTerm[] = [];
  const features: string[] = [];
  const lists = { roots: [] as number[], feature: [] as number[], threshold: [] as number[], right: [] as number[], value: [] as number[] };
  for (const { score, weight } of used) {
    bias += weight * score.bias;
    for (const [name, by, missing, ...rest] of score.terms ?? []) {
      const [exact, cut] = [weight * by, short(weight * by)];
      if (!cut) continue;
      terms.push([name, cut, short(missing), ...rest]);
      // What is cut off would move every logit by as much as the usual value is large.
      bias += weigh([name, exact - cut, missing, ...rest], NaN);
    }
    const { trees } = score;
    if (!trees) continue;
    const start = lists.value.length;
    lists.roots.push(...trees.roots.map((root) => start + root));
    trees.right.forEach((jump, node) => {
      const name = trees.features[trees.feature[node]!]!;
      if (jump && !features.includes(name)) features.push(name);
      lists.feature.push(jump ? features.indexOf(name) : 0);
      lists.threshold.push(trees.threshold[node]!);
      lists.right.push(jump);
      // What lies on the way only explains, and cancels out.
      const fine = jump ? 100 : 1_000;
      lists.value.push(Math.round(weight * trees.value[node]! * fine) / fine);
    });
    // What is cut off at the roots would be missing in each logit.
    for (const root of trees.roots) bias += lists.value[start + root]! - weight * trees.value[root]!;
  }
  return { bias, ...(terms.length ? { terms } : {}), ...(features.length ? { trees: { features, ...lists } } : {}) };
}

const short = (value: number): number => Number(value.toPrecision(6));
