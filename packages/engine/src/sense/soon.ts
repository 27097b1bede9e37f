import type { EpochMs, Milliseconds, Probability } from '@tactful/protocol';
import { canRise } from '../decide/score/canRise.ts';
import type { Core } from '../memory.ts';
import { intentNow } from './intentNow.ts';

/** Active time between two scorings where nothing happens. */
export const SCORE_MS: Milliseconds = 5_000;

/** When time alone makes a visitor idle, or the scores are looked at again. Of one intent: where time may lift it to a bound, or has it above. */
export function soon(core: Core, intent?: string, bound?: Probability): EpochMs {
  let next = Infinity;
  if (intent) {
    const now = intentNow(core, intent);
    return now && canRise(now[0], core, now[1], bound!) ? core.at + SCORE_MS : next;
  }
  core.each(core, 'idle', ({ key, spec }) => {
    const at = core.input + spec.for!;
    if (!core.due[key] && at > core.at) next = Math.min(next, at);
  });
  if (core.focused && core.config.model && core.scored >= 0) next = Math.min(next, core.at + core.scored + SCORE_MS - core.active);
  return next;
}
