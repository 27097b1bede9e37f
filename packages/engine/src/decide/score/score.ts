import type { ModelScore, Probability, Scalar } from '@tactful/protocol';
import { descend } from './descend.ts';
import { known } from './known.ts';
import { weigh } from './weigh.ts';

/** What a score says, and what of it came from which feature. */
export interface Score {
  readonly probability: Probability;
  /** The same before it is squeezed into 0 to 1: the score's bias plus all contributions, exactly. */
  readonly logit: number;
  /** By feature, on the scale of the logit: above 0 it speaks for the state. Unknown ones contribute what they are taken for. */
  readonly contributions: Readonly<Record<string, number>>;
}

/**
 * One state's score of a session, features by their registered names. What is no finite number is unknown. Of trees, each
 * step down gives its feature the difference between what is expected below and what was expected above.
 */
export function score({ bias, terms = [], trees }: ModelScore, features: Readonly<Record<string, Scalar | undefined>>): Score {
  const contributions: Record<string, number> = {};
  const add = (name: string, by: number): void => { contributions[name] = (contributions[name] || 0) + by; };
  for (const term of terms) add(term[0], weigh(term, known(features[term[0]])));
  if (trees) {
    // By place first: of many trees, names would take longer than all the rest.
    const { features: names, roots, feature, value } = trees;
    const values = names.map((name) => known(features[name]));
    const sums = names.map(() => 0);
    for (let node of roots) {
      for (let below; below = descend(trees, node, values); node = below) sums[feature[node]!]! += value[below]! - value[node]!;
    }
    names.forEach((name, at) => add(name, sums[at]!));
  }
  let logit = bias;
  for (const name of Object.keys(contributions)) logit += contributions[name]!;
  return { probability: 1 / (1 + Math.exp(-logit)), logit, contributions };
}
