import type { Probability } from '@tactful/protocol';
import { known } from '../decide/score/known.ts';
import { logit } from '../decide/score/logit.ts';
import type { Core } from '../memory.ts';
import { planOf } from './planOf.ts';
import { probabilityOf } from './probabilityOf.ts';

/** A state's score at this moment: time may have moved it since it was taken last. Nothing of a state that nobody scores. */
export function intentNow(core: Core, state: string): Probability | undefined {
  const { model } = core.config;
  if (!model) return;
  const { reads, scores } = planOf(model);
  const found = scores.find(([name]) => name == state);
  return found && probabilityOf(logit(found[1], found[2], reads.map((read) => known(read(core)))));
}
