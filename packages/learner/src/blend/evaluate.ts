import type { ModelScore, ModelTerm } from '@tactful/protocol';
import { leafOf } from '../train/leafOf.ts';
import { known, type Samples } from '../train/Samples.ts';

/** The logit of each session by a score as it travels: what the device says of the same values. What a score reads and is no column is unknown. */
export function evaluate({ bias, terms = [], trees }: ModelScore, { names, columns, labels }: Pick<Samples, 'names' | 'columns' | 'labels'>): Float64Array {
  const logits = new Float64Array(labels.length).fill(bias);
  const columnOf = (name: string): Float64Array => Float64Array.from({ length: labels.length }, (_one, row) => known(columns[names.indexOf(name)]?.[row]));
  for (const term of terms) columnOf(term[0]).forEach((value, row) => { logits[row]! += weigh(term, value); });
  if (trees) {
    const values = trees.features.map(columnOf);
    for (let row = 0; row < logits.length; row++) {
      for (const root of trees.roots) logits[row]! += trees.value[leafOf(trees, root, values, row)]! - trees.value[root]!;
    }
  }
  return logits;
}

/** What a term gives for a value; NaN is unknown. */
export function weigh([, weight, missing, transform, low = 0, high = 0]: ModelTerm, value: number): number {
  const x = value === value ? value : missing;
  const shaped = { identity: x, log1p: Math.log1p(Math.max(0, x)), step: +(x >= low), ramp: Math.min(1, Math.max(0, (x - low) / (high - low))) };
  return weight * shaped[transform];
}
