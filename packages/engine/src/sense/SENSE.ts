import { probabilityOf } from '../decide/score/probabilityOf.ts';
import type { Core } from '../memory.ts';
import { FELT } from './FELT.ts';
import { foldSensed } from './foldSensed.ts';
import { intentNow } from './intentNow.ts';
import { soon } from './soon.ts';
import { step } from './step.ts';

const ALL = Object.entries(FELT);

/** What the finer senses do for the reducer. */
export const SENSE = {
  sense: foldSensed, soon, step,
  feels: () => ALL,
  felt(core: Core, name: string) {
    if (FELT[name]) return FELT[name](core);
    const now = intentNow(core, name);
    return now && probabilityOf(now[1]);
  },
};
