import type { Core } from './memory.ts';

/** A trigger fired, or may have, and is not taken yet: gates have to be looked at. */
export function hasOpportunity({ open, unsure }: Core): boolean {
  for (const _id in open) return true;
  return !!unsure[0];
}
