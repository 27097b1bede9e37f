import type { ModelScore, Probability, Scalar } from '@tactful/protocol';

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
  /** NaN is unknown: no comparison with it holds, and it is not itself. */
  const read = (name: string): number => {
    const value = features[name] as number;
    return Number.isFinite(value) ? value : NaN;
  };
  for (const [name, weight, missing, transform, low = 0, high = 0] of terms) {
    const seen = read(name);
    const x = seen === seen ? seen : missing;
    add(name, weight * (transform == 'log1p' ? Math.log(1 + Math.max(0, x))
      : transform == 'step' ? +(x >= low)
      : transform == 'ramp' ? Math.min(1, Math.max(0, (x - low) / (high - low)))
      : x));
  }
  if (trees) {
    // By place first: of many trees, names would take longer than all the rest.
    const { features: names, roots, feature, threshold, right, value } = trees;
    const values = names.map(read);
    const sums = names.map(() => 0);
    for (let node of roots) {
      let above = value[node]!;
      for (let jump; jump = right[node];) {
        const at = feature[node]!;
        const x = values[at]!;
        node += x >= threshold[node]! || jump < 0 && x !== x ? Math.abs(jump) : 1;
        const here = value[node]!;
        sums[at]! += here - above;
        above = here;
      }
    }
    names.forEach((name, at) => add(name, sums[at]!));
  }
  let logit = bias;
  for (const name of Object.keys(contributions)) logit += contributions[name]!;
  return { probability: 1 / (1 + Math.exp(-logit)), logit, contributions };
}
