import type { Milliseconds } from '@tactful/protocol';
import { add } from '../add.ts';
import type { Core } from '../memory.ts';

/** Shorter looks at another tab count for nothing. */
const AWAY_MS: Milliseconds = 5_000;

/** The tab was hidden, or is seen again. */
export function regain(core: Core): void {
  const { at, hidden } = core;
  if (!core.visible) core.hidden = hidden || at;
  else if (hidden) {
    core.hidden = 0;
    if (at - hidden >= AWAY_MS) add(core.tally.counts, 'returns');
    core.each(core, 'return', (clause) => at - hidden >= clause.spec.away! && core.occur(core, clause));
  }
}
