import type { Asked } from '../decide/score/ask.ts';
import { logit } from '../decide/score/logit.ts';
import type { Core } from '../memory.ts';
import { planOf } from './planOf.ts';

/** A score by its feature's name, and its logit at this moment: time may have moved it since it was taken last. Nothing of what nobody scores. */
export function intentNow(core: Core, name: string): [asked: Asked, logit: number] | void {
  for (const [state, asked] of planOf(core)) if ('intent.' + state == name) return [asked, logit(asked, core)];
}
