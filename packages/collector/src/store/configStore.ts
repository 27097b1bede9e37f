import type { ConfigVersion, DeviceModel, DevicePage, DeviceSignal, EpochMs } from '@tactful/protocol';
import { fillFacts } from '../publish/fillFacts.ts';
import type { Pause } from './pauseStore.ts';
import { readLiveModel } from './readLiveModel.ts';
import type { SiteFacts } from './SiteFacts.ts';

/** One publication. `source`, `compiled` and `facts` are JSON. */
export interface StoredConfig {
  readonly version: number; readonly hash: string; readonly at: EpochMs; readonly by: string; readonly note: string; readonly source: string;
}
export interface NewConfig extends StoredConfig {
  readonly site: string; readonly compiled: string; readonly facts: string; readonly offers: readonly string[];
  /** Campaigns that are live in it, and those that pause themselves by it. */
  readonly live: readonly string[]; readonly pauses: readonly Pause[];
}

/** Names that a configuration gave. A page's type is empty where it was left to the page; `progress`: signals that are progress somewhere. */
export interface ConfigNames {
  readonly pages: readonly (readonly [id: string, type: string])[];
  readonly signals: readonly string[];
  readonly progress: readonly string[];
}

/** Every statement about published configurations. They are append-only: rolling back publishes an earlier source anew. */
export interface ConfigStore {
  read(site: string, version: number): Promise<StoredConfig | null>;
  compiled(site: string, version: number): Promise<string | null>;
  facts(site: string, version: number): Promise<SiteFacts | null>;
  versions(site: string, live: number): Promise<readonly ConfigVersion[]>;
  /** Publishes `version` if the one before it is live; false when somebody else published meanwhile. */
  publish(config: NewConfig): Promise<boolean>;
  /** Pages and signals of the latest publications, by their hash. */
  names(site: string): Promise<Readonly<Record<string, ConfigNames>>>;
  /** What devices are given of what was learned for the site, or nothing yet. */
  learned(site: string): Promise<DeviceModel | null>;
  /** Every offer the site ever named. */
  offers(site: string): Promise<readonly string[]>;
}

const LISTED = 200, NAMED = 50;

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
    async publish({ site, version, hash, at, by, note, source, compiled: device, facts: json, offers, live, pauses }) {
      const insert = db.prepare(
        `INSERT INTO configs (site, version, hash, at, by, note, source, compiled, facts)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM sites WHERE id = ?1 AND live_version = ?2 - 1`,
      ).bind(site, version, hash, at, by, note, source, device, json);
      const point = db.prepare('UPDATE sites SET live_version = ?2 WHERE id = ?1 AND live_version = ?2 - 1').bind(site, version);
      const names = offers.map((id) => db.prepare('INSERT INTO offers (site, id) VALUES (?, ?) ON CONFLICT DO NOTHING').bind(site, id));
      // Only where this publication is the one that was stored.
      const own = 'SELECT 1 FROM configs WHERE site = ?1 AND version = ?2 AND at = ?3 AND by = ?4';
      const lift = db.prepare(`UPDATE pauses SET lifted = 1 WHERE site = ?1 AND campaign IN (SELECT value FROM json_each(?5)) AND EXISTS (${own})`).bind(site, version, at, by, JSON.stringify(live));
      const reasons = pauses.map(({ campaign, measure, difference, low, high }) => db.prepare(
        `INSERT INTO pauses (site, campaign, version, at, measure, difference, low, high) SELECT ?1, ?5, ?2, ?3, ?6, ?7, ?8, ?9 WHERE EXISTS (${own})
         ON CONFLICT (site, campaign) DO UPDATE SET version = excluded.version, at = excluded.at, measure = excluded.measure, difference = excluded.difference, low = excluded.low, high = excluded.high, lifted = 0`,
      ).bind(site, version, at, by, campaign, measure, difference, low, high));
      const results = await db.batch([insert, point, ...names, lift, ...reasons]);
      return results[1]?.meta.changes === 1;
    },
    async names(site) {
      const { results } = await db.prepare(
        `SELECT hash, json_extract(compiled, '$.device.pages') AS pages, json_extract(compiled, '$.device.signals') AS signals
         FROM configs WHERE site = ? ORDER BY version DESC LIMIT ?`,
      ).bind(site, NAMED).all<{ hash: string; pages: string; signals: string }>();
      return Object.fromEntries(results.map((row) => {
        const pages = JSON.parse(row.pages) as readonly DevicePage[];
        return [row.hash, {
          pages: pages.map(({ id, type = '' }) => [id, type] as const), progress: pages.flatMap(({ progress = [] }) => progress),
          signals: (JSON.parse(row.signals) as readonly DeviceSignal[]).map(({ id }) => id),
        }];
      }));
    },
    learned: async (site) => (await readLiveModel(db, site))?.model ?? null,
    offers: async (site) => (await db.prepare('SELECT id FROM offers WHERE site = ? ORDER BY id').bind(site).all<{ id: string }>()).results.map(({ id }) => id),
  };
}
