import { close } from '../decide/close.ts';
import { reset } from '../decide/reset.ts';
import type { Core } from '../memory.ts';
import { record } from '../record.ts';
import { restartCart } from './restartCart.ts';

/** Steps told apart in one session. */
const STEPS = 100;

/** The visitor got on: the first time in a session this closes opportunities, resets dwell rows and ends the cart's wait. */
export function progress(core: Core, step: string): void {
  // Whoever has bought, however often, is left alone.
  if (step == 'purchase') close(core, Infinity);
  if (core.steps.includes(step) || core.steps.length >= STEPS) return;
  core.steps = core.steps.concat(step);
  close(core, Infinity);
  reset(core, '');
  core.runs = record();
  restartCart(core);
}
