import type { Probability } from '@tactful/protocol';
import { logit } from '../decide/score/logit.ts';
import { probabilityOf } from '../decide/score/probabilityOf.ts';
import type { Core } from '../memory.ts';
import { planOf } from './planOf.ts';

/** A score by its feature's name, at this moment: time may have moved it since it was taken last. Nothing of what nobody scores. */
export function intentNow(core: Core, name: string): Probability | undefined {
  const { model } = core.config;
  if (!model) return;
  const { read, scores } = planOf(model);
  const found = scores.find(([state]) => 'intent.' + state == name);
  return found && probabilityOf(logit(found[1], found[2], read(core)));
}
