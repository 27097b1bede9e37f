import type { Clause, Core } from '../memory.ts';

/** The clause's place holds: it waits until the active clock reads `from` + `for`. */
export function wait(core: Core, { key, spec }: Clause, from = core.active): void {
  core.due[key] = from + (spec.for || 0);
  core.soonest = 0;
}
