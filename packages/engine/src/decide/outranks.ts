import type { Core } from '../memory.ts';

/** Of two open opportunities the first one wins: higher priority, then earlier firing, then smaller id. */
export function outranks({ open, campaigns }: Core, one: string, other: string): boolean {
  return (campaigns[one]!.spec.priority - campaigns[other]!.spec.priority || open[other]!.at - open[one]!.at || (one < other ? 1 : -1)) > 0;
}
