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
  const contributions: Record<string, number> = Object.create(null);
  const add = (name: string, by: number): void => { contributions[name] = (contributions[name] || 0) + by; };
  const read = (name: string): number | undefined => {
    const value = features[name] as number;
    return Number.isFinite(value) ? value : undefined;
  };
  for (const [name, weight, missing, transform, low = 0, high = 0] of terms) {
    let x = read(name);
    if (x == null) x = missing;
    add(name, weight * (transform == 'log1p' ? Math.log(1 + Math.max(0, x))
      : transform == 'step' ? +(x >= low)
      : transform == 'ramp' ? Math.min(1, Math.max(0, (x - low) / (high - low)))
      : x));
  }
  if (trees) for (let node of trees.roots) {
    // Every jump goes forwards: a way down has an end, whatever the lists hold.
    for (let jump; jump = trees.right[node];) {
      const name = trees.features[trees.feature[node]!]!;
      const x = read(name);
      const above = trees.value[node]!;
      node += (x == null ? jump < 0 : x >= trees.threshold[node]!) ? Math.abs(jump) : 1;
      add(name, trees.value[node]! - above);
    }
  }
  let logit = bias;
  for (const name in contributions) logit += contributions[name]!;
  return { probability: 1 / (1 + Math.exp(-logit)), logit, contributions };
}
