import type { Clause, Core } from '../memory.ts';

/** The clause's place holds: it waits until the active clock has run on by `for`. */
export function wait(core: Core, { key, spec }: Clause): void {
  core.due[key] = core.active + (spec.for || 0);
  core.soonest = 0;
}
