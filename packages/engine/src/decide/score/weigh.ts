import type { ModelTerm } from '@tactful/protocol';
import type { AskedTerm } from './ask.ts';

/** What a term of a linear score gives for a value of its feature; NaN is unknown. */
export function weigh({ 1: weight, 2: missing, 3: transform, 4: low, 5: high }: ModelTerm | AskedTerm, value: number): number {
  const x = value === value ? value : missing;
  return weight * (transform == 'log1p' ? Math.log(1 + Math.max(0, x))
    : transform == 'step' ? +(x >= low!)
    : transform == 'ramp' ? Math.min(1, Math.max(0, (x - low!) / (high! - low!)))
    : x);
}
