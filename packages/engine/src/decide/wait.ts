import type { Clause, Core } from '../memory.ts';

/** The clause's place holds: it waits until the active clock has run on by `for`. @param from the clock's reading as that began */
export function wait(core: Core, { key, spec }: Clause, from = core.active): void {
  core.due[key] = from + (spec.for || 0);
  core.soonest = 0;
}
