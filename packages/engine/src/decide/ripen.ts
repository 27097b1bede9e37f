import type { Core } from '../memory.ts';
import { ENDED } from './ended.ts';
import { isHere } from './isHere.ts';
import { occur } from './occur.ts';

/** Lets the clauses occur whose wait has ended. What nobody can see has no effect, whatever the clocks say. */
export function ripen(core: Core): void {
  const { active, due, clauses } = core;
  if (!core.visible || core.soonest > active) return;
  core.soonest = ENDED;
  for (const key in due) {
    const clause = clauses[key];
    // The cart's wait may end where its clause is not heard: it waits for its page, and nothing here waits for it.
    if (!clause || !isHere(core, clause)) continue;
    if (due[key]! <= active) {
      due[key] = ENDED;
      occur(core, clause);
    }
    core.soonest = Math.min(core.soonest, due[key]!);
  }
}
