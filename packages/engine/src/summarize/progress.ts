import { close } from '../decide/close.ts';
import type { Clause } from '../decide/clause.ts';
import { reset } from '../decide/reset.ts';
import type { Core } from '../core.ts';

/** Steps told apart in one session. */
const STEPS = 100;

/** The visitor got on: the first time in a session this closes opportunities, resets dwell rows and ends the cart's wait. */
export function progress(core: Core, step: string): void {
  const { state, tally, waiting } = core;
  if (state.steps.includes(step) || state.steps.length >= STEPS) return;
  state.steps.push(step);
  core.open.slice().forEach((campaign) => close(core, campaign));
  reset(core, '');
  for (const id in tally.signals) tally.signals[id]!.run = 0;
  state.cartAt = -1;
  waiting.forEach((clause: Clause) => {
    if (clause.spec.on == 'cart_idle') clause.due = Infinity;
  });
}
