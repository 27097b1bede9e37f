import type { DeviceFrequency } from '@tactful/protocol';
import type { Campaign, Core } from '../memory.ts';

/** Where impressions are counted and waits run, with what is allowed there. */
export type Scope = readonly [key: string, frequency: DeviceFrequency];

/** Scopes of a campaign's caps: its own, its group's, the global one. */
export function scopesOf({ config }: Core, { spec: { id, status, group = '', frequency } }: Campaign): readonly Scope[] {
  return [
    [(status == 'shadow' ? 's:' : 'c:') + id, frequency],
    // No group: a scope without caps, that is never charged.
    [group && 'g:' + group, config.groups[group] || {}],
    ['*', config.frequency],
  ];
}
