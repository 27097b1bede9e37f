import { foldGoal } from '../summarize/foldGoal.ts';
import { answer } from './answer.ts';
import { meets } from './meets.ts';
import { opensAt } from './opensAt.ts';
import { shadows } from './shadows.ts';
import { shut } from './shut.ts';

/** What deciding does for the reducer. */
export const DECIDE = { shut, opensAt, shadows, answer, goal: foldGoal, meets };
