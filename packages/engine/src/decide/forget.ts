import type { Memory } from '../memory.ts';
import { rowsOf } from './rowsOf.ts';

/** Ends the runs of a clause, or of a whole campaign. */
export function forget(memory: Memory, key: string): void {
  for (const name of rowsOf(memory, key)) delete memory.rows[name];
}
