import type { Core } from '../core.ts';
import type { Clause } from './clause.ts';

/** The clause's place holds from now on: it waits until the active clock reads `from` + `for`. */
export function wait(core: Core, clause: Clause, from = core.state.active): void {
  core.waiting.add(clause);
  clause.due = from + (clause.spec.for || 0);
  core.soonest = -1;
}
