import type { EpochMs } from '@tactful/protocol';

/** One thing that somebody changed. `detail` is a short text without secrets. */
export interface AuditEntry { readonly at: EpochMs; readonly by: string; readonly site: string | null; readonly action: string; readonly detail: string }

/** Who changed what. */
export interface AuditStore {
  write(entry: AuditEntry): Promise<void>;
  list(site: string): Promise<readonly AuditEntry[]>;
}

const LISTED = 200;

export function createAuditStore(db: D1Database): AuditStore {
  return {
    async write({ at, by, site, action, detail }) {
      await db.prepare('INSERT INTO audit (at, by, site, action, detail) VALUES (?, ?, ?, ?, ?)').bind(at, by, site, action, detail).run();
    },
    list: async (site) => (await db.prepare('SELECT at, by, site, action, detail FROM audit WHERE site = ? ORDER BY id DESC LIMIT ?').bind(site, LISTED).all<AuditEntry>()).results,
  };
}
