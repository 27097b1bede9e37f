import type { EpochMs, WebhookEvent } from '@tactful/protocol';

/** A site as a request needs it. `version` 0: nothing published yet. */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  /** Origins whose pages may send; exact. */
  readonly origins: readonly string[];
  readonly salt: string;
  readonly shards: number;
  /** Number of the live configuration. */
  readonly version: number;
  /** Its content hash. */
  readonly hash: string;
  readonly hooks: readonly Hook[];
}

/** Which webhook hears of what. */
export interface Hook { readonly id: string; readonly events: readonly WebhookEvent[] }

/** A site as a list tells it, with the currency of its live configuration. */
export interface ListedSite extends Site { readonly currency?: string }

export interface NewSite extends Omit<Site, 'version' | 'hash' | 'hooks'> { readonly secretHash: string; readonly now: EpochMs }

/** Every statement about sites. */
export interface SiteStore {
  byKey(key: string): Promise<Site | null>;
  bySecretHash(hash: string): Promise<Site | null>;
  byId(id: string): Promise<Site | null>;
  /** In one statement, however many there are: the platform bounds the queries of a request. */
  all(): Promise<readonly ListedSite[]>;
  /** False when the id or the key is taken. */
  create(site: NewSite): Promise<boolean>;
  setOrigins(id: string, origins: readonly string[]): Promise<void>;
  setSecretHash(id: string, hash: string): Promise<void>;
  /** For how many days rows are kept; undefined where there is no such site. */
  retention(id: string): Promise<number | undefined>;
  setRetention(id: string, days: number): Promise<void>;
}

interface Row { id: string; name: string; key: string; origins: string; salt: string; shards: number; version: number; hash: string | null; hooks: string }
const siteOf = ({ id, name, key, origins, salt, shards, version, hash, hooks }: Row): Site =>
  ({ id, name, key, origins: JSON.parse(origins) as string[], salt, shards, version, hash: hash ?? '', hooks: JSON.parse(hooks) as Hook[] });

export function createSiteStore(db: D1Database): SiteStore {
  const select = (more = ''): string => `SELECT s.id, s.name, s.key, s.origins, s.salt, s.shards, s.live_version AS version, c.hash,
    (SELECT json_group_array(json_object('id', w.id, 'events', json(w.events))) FROM webhooks w WHERE w.site = s.id) AS hooks${more}
    FROM sites s LEFT JOIN configs c ON c.site = s.id AND c.version = s.live_version`;
  const one = async (where: string, value: string): Promise<Site | null> => {
    const row = await db.prepare(`${select()} WHERE ${where} = ?`).bind(value).first<Row>();
    return row && siteOf(row);
  };
  return {
    byKey: (key) => one('s.key', key),
    bySecretHash: (hash) => one('s.secret_hash', hash),
    byId: (id) => one('s.id', id),
    async all() {
      const { results } = await db.prepare(`${select(", json_extract(c.facts, '$.currency') AS currency")} ORDER BY s.id`).all<Row & { currency: string | null }>();
      return results.map(({ currency, ...row }) => ({ ...siteOf(row), ...(currency !== null && { currency }) }));
    },
    async create({ id, name, key, secretHash, origins, salt, shards, now }) {
      const { meta } = await db.prepare(
        'INSERT INTO sites (id, name, key, secret_hash, origins, salt, shards, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      ).bind(id, name, key, secretHash, JSON.stringify(origins), salt, shards, now).run();
      return meta.changes > 0;
    },
    async setOrigins(id, origins) { await db.prepare('UPDATE sites SET origins = ? WHERE id = ?').bind(JSON.stringify(origins), id).run(); },
    retention: async (id) => await db.prepare('SELECT retention_days AS days FROM sites WHERE id = ?').bind(id).first<number>('days') ?? undefined,
    async setRetention(id, days) { await db.prepare('UPDATE sites SET retention_days = ? WHERE id = ?').bind(days, id).run(); },
    async setSecretHash(id, hash) { await db.prepare('UPDATE sites SET secret_hash = ? WHERE id = ?').bind(hash, id).run(); },
  };
}
