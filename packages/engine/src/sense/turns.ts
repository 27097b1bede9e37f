import type { Milliseconds, Probability } from '@tactful/protocol';
import { canRise } from '../decide/score/canRise.ts';
import type { Core } from '../memory.ts';
import { intentNow } from './intentNow.ts';
import { SCORE_MS } from './soon.ts';

/** How long until an intent is worth another look that time alone may lift to a bound, or has above it; 0 for never. */
export function turns(core: Core, name: string, bound: Probability): Milliseconds {
  const now = intentNow(core, name);
  return now && canRise(now[0], core, now[1], bound) ? SCORE_MS : 0;
}
