import { LIMITS, type AuditEntry } from '@tactful/protocol';

/** Who changed what. */
export interface AuditStore {
  write(entry: AuditEntry): Promise<void>;
  /** Writes down what is about to be changed. @returns the number by which it is settled */
  begin(entry: AuditEntry): Promise<number>;
  /** Puts what was changed, which may be nothing, in the place of what was begun. */
  settle(begun: number, entries: readonly AuditEntry[]): Promise<void>;
  /** Newest first; `limit` of them, by default `LIMITS.auditListed`. */
  list(site: string, limit?: number): Promise<readonly AuditEntry[]>;
}

/** Stands before the detail of an entry whose change was not seen to its end. */
export const BEGUN = 'begun: ';

export function createAuditStore(db: D1Database): AuditStore {
  const insert = ({ at, by, role, site, action, detail }: AuditEntry) =>
    db.prepare('INSERT INTO audit (at, by, role, site, action, detail) VALUES (?, ?, ?, ?, ?, ?) RETURNING id').bind(at, by, role, site, action, detail);
  return {
    async write(entry) { await insert(entry).run(); },
    begin: async (entry) => (await insert(entry).first<number>('id'))!,
    async settle(begun, entries) {
      await db.batch([db.prepare('DELETE FROM audit WHERE id = ?').bind(begun), ...entries.map(insert)]);
    },
    list: async (site, limit = LIMITS.auditListed) => (await db.prepare('SELECT at, by, role, site, action, detail FROM audit WHERE site = ? ORDER BY id DESC LIMIT ?').bind(site, limit).all<AuditEntry>()).results,
  };
}
