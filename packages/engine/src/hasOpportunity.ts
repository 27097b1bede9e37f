import type { Core } from './memory.ts';

/** A trigger fired and is not taken yet: gates have to be looked at. */
export function hasOpportunity({ open }: Core): boolean {
  for (const _id in open) return true;
  return false;
}
