import type { Probability } from '@tactful/protocol';
import type { Core } from '../../memory.ts';
import type { Asked } from './ask.ts';
import { known } from './known.ts';
import { probabilityOf } from './probabilityOf.ts';
import { weigh } from './weigh.ts';

/** Whether time alone may lift a score, of which the logit is known, to a threshold. Of trees nobody can say. */
export function canRise({ score, terms }: Asked, core: Core, logit: number, gte: Probability): boolean {
  let most = score.trees ? Infinity : logit;
  for (const term of terms) {
    const value = known(term[0](core));
    // What is unknown stays so: a cart that nobody told of, a visitor without consent.
    if (term[6] === term[6] && value === value) most += term[6] - weigh(term, value);
  }
  return probabilityOf(most) >= gte;
}
