import type { Memory } from '../memory.ts';

/** Ends the runs of a clause, or of a whole campaign. */
export function forget({ rows }: Memory, key: string): void {
  for (const name in rows) if (name.startsWith(key)) delete rows[name];
}
