import type { ModelScore, Probability } from '@tactful/protocol';
import { TIMED } from '../../summarize/TIMED.ts';
import type { Asked } from './logit.ts';
import { probabilityOf } from './probabilityOf.ts';
import { weigh } from './weigh.ts';

/** No feature grows so large. Transforms only rise or only fall, so one of the ends is the most that a term can give. */
const EVER = 1e9;

/** Whether time alone may lift a score, of which the logit is known, to a threshold. Of trees nobody can say. */
export function canRise({ terms = [], trees }: ModelScore, asked: Asked, values: readonly number[], logit: number, gte: Probability): boolean {
  let most = trees ? Infinity : logit;
  terms.forEach((term, index) => {
    const value = values[asked.terms[index]!]!;
    // What is unknown stays so: a cart that nobody told of, a visitor without consent.
    if (value === value && TIMED.includes(term[0])) most += Math.max(weigh(term, 0), weigh(term, EVER)) - weigh(term, value);
  });
  return probabilityOf(most) >= gte;
}
