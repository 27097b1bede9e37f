import type { ModelScore, Probability } from '@tactful/protocol';
import type { Asked } from './ask.ts';
import { probabilityOf } from './probabilityOf.ts';
import { weigh } from './weigh.ts';

/** Whether time alone may lift a score, of which the logit is known, to a threshold. Of trees nobody can say. */
export function canRise({ trees }: ModelScore, { terms }: Asked, values: readonly number[], logit: number, gte: Probability): boolean {
  let most = trees ? Infinity : logit;
  for (const term of terms) {
    const value = values[term[0]]!;
    // What is unknown stays so: a cart that nobody told of, a visitor without consent.
    if (term[6] === term[6] && value === value) most += term[6] - weigh(term, value);
  }
  return probabilityOf(most) >= gte;
}
