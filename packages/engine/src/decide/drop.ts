import type { Clause, Core } from '../memory.ts';

/** Clauses that this is true of wait no longer; nor do those that the configuration no longer has. */
export function drop({ due, clauses }: Core, is: (clause: Clause) => boolean): void {
  for (const key in due) if (!clauses[key] || is(clauses[key])) delete due[key];
}
