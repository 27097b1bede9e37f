import type { Clause, Memory } from '../memory.ts';

/** How often a clause occurred of the `times` that make it fire: whole where it fired and others are wanted, too. Where once is enough it did not. */
export function seenOf({ rows }: Memory, { key, times }: Clause): number {
  return rows[key + '!'] ? times : times > 1 ? Math.max(0, ...Object.keys(rows).map((name) => (name.startsWith(key) ? rows[name]!.length : 0))) : 0;
}
