import type { Tallies } from './state.ts';

/** Adds to a counter. */
export function bump(tallies: Tallies, name: string, n = 1): void {
  tallies[name] = (tallies[name] || 0) + n;
}
