import type { SessionRow } from '@tactful/protocol';

/** The order of lists of sessions, over all shards as in each: what changed last comes first; at the same moment, by id. */
export function byLastChange(a: Pick<SessionRow, 'at' | 'session'>, b: Pick<SessionRow, 'at' | 'session'>): number {
  return b.at - a.at || (a.session < b.session ? -1 : 1);
}
