import type { Tallies } from './memory.ts';

/** Adds to a counter. @returns what it counts now. */
export function add(tallies: Tallies, name: string, n = 1): number {
  return (tallies[name] = (tallies[name] || 0) + n);
}
