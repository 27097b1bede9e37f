import type { ConfigVersion, EpochMs } from '@tactful/protocol';
import { fillFacts } from '../publish/fillFacts.ts';
import type { SiteFacts } from './SiteFacts.ts';

/** One publication. `source`, `compiled` and `facts` are JSON. */
export interface StoredConfig {
  readonly version: number; readonly hash: string; readonly at: EpochMs; readonly by: string; readonly note: string; readonly source: string;
}
export interface NewConfig extends StoredConfig { readonly site: string; readonly compiled: string; readonly facts: string; readonly offers: readonly string[] }

/** Every statement about published configurations. They are append-only: rolling back publishes an earlier source anew. */
export interface ConfigStore {
  read(site: string, version: number): Promise<StoredConfig | null>;
  compiled(site: string, version: number): Promise<string | null>;
  facts(site: string, version: number): Promise<SiteFacts | null>;
  versions(site: string, live: number): Promise<readonly ConfigVersion[]>;
  /** Publishes `version` if the one before it is live; false when somebody else published meanwhile. */
  publish(config: NewConfig): Promise<boolean>;
  /** Every offer the site ever named. */
  offers(site: string): Promise<readonly string[]>;
}

const LISTED = 200;

export function createConfigStore(db: D1Database): ConfigStore {
  const column = (name: 'compiled' | 'facts') => (site: string, version: number): Promise<string | null> =>
    db.prepare(`SELECT ${name} FROM configs WHERE site = ? AND version = ?`).bind(site, version).first<string>(name);
  const facts = column('facts');
  const compiled = column('compiled');
  return {
    read: (site, version) => db.prepare('SELECT version, hash, at, by, note, source FROM configs WHERE site = ? AND version = ?').bind(site, version).first<StoredConfig>(),
    compiled,
    async facts(site, version) {
      const text = await facts(site, version);
      return text === null ? null : fillFacts(JSON.parse(text), async () => JSON.parse(await compiled(site, version) ?? 'null'));
    },
    async versions(site, live) {
      const { results } = await db.prepare('SELECT version, at, by, note FROM configs WHERE site = ? ORDER BY version DESC LIMIT ?').bind(site, LISTED).all<Omit<ConfigVersion, 'live'>>();
      return results.map((row) => ({ ...row, live: row.version === live }));
    },
    async publish({ site, version, hash, at, by, note, source, compiled: device, facts: json, offers }) {
      const insert = db.prepare(
        `INSERT INTO configs (site, version, hash, at, by, note, source, compiled, facts)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM sites WHERE id = ?1 AND live_version = ?2 - 1`,
      ).bind(site, version, hash, at, by, note, source, device, json);
      const point = db.prepare('UPDATE sites SET live_version = ?2 WHERE id = ?1 AND live_version = ?2 - 1').bind(site, version);
      const names = offers.map((id) => db.prepare('INSERT INTO offers (site, id) VALUES (?, ?) ON CONFLICT DO NOTHING').bind(site, id));
      const results = await db.batch([insert, point, ...names]);
      return results[1]?.meta.changes === 1;
    },
    offers: async (site) => (await db.prepare('SELECT id FROM offers WHERE site = ? ORDER BY id').bind(site).all<{ id: string }>()).results.map(({ id }) => id),
  };
}
