import type { EpochMs, IdentityKey } from '@tactful/protocol';

/** As many sign at a time: the one in use, and the one that follows or went before. */
export const ACTIVE_KEYS = 2;

/** Every statement about identity keys. What a key reads is nowhere: it follows from its id. */
export interface IdentityStore {
  /** The site's active keys, the oldest first. */
  list(site: string): Promise<readonly IdentityKey[]>;
  /** False when as many are active as may be. */
  add(site: string, key: { readonly id: string; readonly now: EpochMs }): Promise<boolean>;
  /** False when there is none by that id. */
  remove(site: string, id: string): Promise<boolean>;
}

export const createIdentityStore = (db: D1Database): IdentityStore => ({
  list: async (site) => (await db.prepare('SELECT id, at FROM identity_keys WHERE site = ? ORDER BY at, id').bind(site).all<IdentityKey>()).results,
  add: async (site, { id, now }) => (await db.prepare(
    'INSERT INTO identity_keys (site, id, at) SELECT ?1, ?2, ?3 WHERE (SELECT COUNT(*) FROM identity_keys WHERE site = ?1) < ?4',
  ).bind(site, id, now, ACTIVE_KEYS).run()).meta.changes > 0,
  remove: async (site, id) => (await db.prepare('DELETE FROM identity_keys WHERE site = ? AND id = ?').bind(site, id).run()).meta.changes > 0,
});
