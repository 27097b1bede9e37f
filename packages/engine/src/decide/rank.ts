import type { Campaign, Opportunity } from './clause.ts';

/** Order among open opportunities: higher priority, then earlier firing, then smaller id. */
export function rank(one: Campaign, other: Campaign): number {
  return other.spec.priority - one.spec.priority
    || (one.open as Opportunity).at - (other.open as Opportunity).at
    || (one.spec.id < other.spec.id ? -1 : 1);
}
