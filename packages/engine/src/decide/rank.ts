import type { Core } from '../memory.ts';

/** Ids of the open opportunities, best first: higher priority, then earlier firing, then smaller id. */
export function rank({ open, campaigns }: Core): string[] {
  return Object.keys(open).sort((one, other) =>
    campaigns[other]!.spec.priority - campaigns[one]!.spec.priority || open[one]!.at - open[other]!.at || (one < other ? -1 : 1));
}
