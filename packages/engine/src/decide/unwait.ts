import type { Core } from '../core.ts';
import type { Clause } from './clause.ts';

/** The clause's place holds no longer. */
export function unwait(core: Core, clause: Clause): void {
  core.waiting.delete(clause);
  clause.due = 0;
  core.soonest = -1;
}
