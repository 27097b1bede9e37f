import type { Core } from '../memory.ts';
import type { Observation } from '../observation.ts';
import { mergeCaps } from './mergeCaps.ts';
import { settle } from './settle.ts';

/** What comes of exposures, and what other tabs tell of them. */
export function answer(core: Core, o: Observation): void {
  const { slot } = core;
  switch (o.kind) {
    case 'page':
      // A ghost leaves with the page it appeared on; a message of an earlier load is gone.
      if (slot && (core.stale || slot.arm != 'treatment')) {
        if (slot.arm == 'treatment') settle(core, 'id', slot.id, 'ignore', 'leave');
        core.slot = null;
      }
      break;
    case 'caps':
      mergeCaps(core, o.caps);
      break;
    case 'impression':
      for (const one of core.tally.exposures.concat(slot || [])) if (one.id == o.exposure && one.outcome == 'none') one.outcome = 'ignore';
      break;
    case 'outcome':
      settle(core, 'id', o.exposure, o.outcome, o.reason);
      if (slot && slot.id == o.exposure) core.slot = null;
      break;
    case 'opt_out':
      core.caps.optOut = true;
  }
}
