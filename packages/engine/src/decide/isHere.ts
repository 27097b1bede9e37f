import type { Clause, Core } from '../memory.ts';

/** The clause listens on the present page. */
export function isHere(core: Core, { spec }: Clause): boolean {
  return core.places.includes(spec.page || '');
}
