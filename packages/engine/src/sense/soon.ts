import type { EpochMs, Milliseconds } from '@tactful/protocol';
import { each } from '../decide/each.ts';
import type { Core } from '../memory.ts';

/** Active time between two scorings where nothing happens. */
export const SCORE_MS: Milliseconds = 5_000;

/** When time alone makes a visitor idle, or the scores are looked at again; 0 for never. */
export function soon(core: Core): EpochMs {
  let next = Infinity;
  each(core, 'idle', ({ key, spec }) => {
    const at = core.input + spec.for!;
    if (!core.due[key] && at > core.at) next = Math.min(next, at);
  });
  if (core.focused && core.config.model && core.scored >= 0) next = Math.min(next, core.at + core.scored + SCORE_MS - core.active);
  return next;
}
