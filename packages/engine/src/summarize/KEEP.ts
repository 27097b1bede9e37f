import { answer } from '../decide/answer.ts';
import { count } from './count.ts';
import { countSignal } from './countSignal.ts';
import { countTime } from './countTime.ts';
import { foldGoal } from './foldGoal.ts';
import { snapshot } from './snapshot.ts';

/** What keeping does for the reducer: exposures of an earlier page have outcomes, too. */
export const KEEP = { answer, goal: foldGoal, snapshot, count, signal: countSignal, time: countTime };
