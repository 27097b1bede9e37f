import type { Memory } from '../memory.ts';

/** Names of the rows of a clause, or of a campaign. */
export function rowsOf(memory: Memory, key: string): string[] {
  return Object.keys(memory.rows).filter((name) => name.startsWith(key));
}
