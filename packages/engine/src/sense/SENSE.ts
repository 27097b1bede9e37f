import { foldSensed } from './foldSensed.ts';
import { felt } from './felt.ts';
import { soon } from './soon.ts';
import { step } from './step.ts';

/** What the finer senses do for the reducer. */
export const SENSE = { sense: foldSensed, felt, soon, step };
