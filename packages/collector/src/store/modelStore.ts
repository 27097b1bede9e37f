import type { Reference } from '@tactful/learner';
import type { DeviceModel, EpochMs, IntentState, ModelQuality, ModelVersion } from '@tactful/protocol';
import { readLiveModel } from './readLiveModel.ts';

/** How one state of a model was judged when it was published, and what later moments are compared with. */
export interface Judged {
  readonly version: number; readonly quality: ModelQuality; readonly importance: Readonly<Record<string, number>>; readonly threshold: number; readonly reference: Reference;
}

/** A model as it is stored. */
export interface StoredModel { readonly version: number; readonly model: DeviceModel; readonly learned: Readonly<Partial<Record<IntentState, Judged>>> }
export interface NewModel extends StoredModel { readonly site: string; readonly at: EpochMs; readonly by: string; readonly note: string }

/** Every statement about learned models. They are append-only; one of them is served, or none. */
export interface ModelStore {
  live(site: string): Promise<StoredModel | null>;
  /** What was learned of a model, by the id that summaries tell: `learned-3`; null of any other. */
  named(site: string, id: string): Promise<DeviceModel | null>;
  /** Whether the published configuration keeps out what is learned: `"model": "expert"`. */
  isKeptOut(site: string): Promise<boolean>;
  /** Newest first. */
  versions(site: string): Promise<readonly ModelVersion[]>;
  has(site: string, version: number): Promise<boolean>;
  /** Stores the next version, and points to it where `beside` is what is served. 0 is no version: nothing learned is to be served. */
  put(model: NewModel, beside: number): Promise<void>;
  /** Serves that version from the next publication on; false where there is none. 0: none is served. */
  point(site: string, version: number): Promise<boolean>;
  ran(task: string, at: EpochMs): Promise<void>;
  /** When the task last ran on schedule. */
  lastRun(task: string): Promise<EpochMs | null>;
}

const LISTED = 100;

export function createModelStore(db: D1Database): ModelStore {
  return {
    live: (site) => readLiveModel(db, site),
    async named(site, id) {
      const model = await db.prepare("SELECT model FROM models WHERE site = ?1 AND 'learned-' || version = ?2").bind(site, id).first<string>('model');
      return model === null ? null : JSON.parse(model) as DeviceModel;
    },
    isKeptOut: async (site) => await db.prepare("SELECT json_extract(source, '$.model') = 'expert' AS yes FROM sites s JOIN configs c ON c.site = s.id AND c.version = s.live_version WHERE s.id = ?").bind(site).first<number>('yes') === 1,
    async versions(site) {
      const { results } = await db.prepare(
        `SELECT m.version, m.at, m.by, m.note, m.version = s.live_model AS live, (SELECT json_group_array(key) FROM json_each(m.model, '$.states')) AS states
         FROM models m JOIN sites s ON s.id = m.site WHERE m.site = ? ORDER BY m.version DESC LIMIT ?`,
      ).bind(site, LISTED).all<Omit<ModelVersion, 'live' | 'states'> & { live: number; states: string }>();
      return results.map(({ live, states, ...row }) => ({ ...row, live: live === 1, states: JSON.parse(states) as IntentState[] }));
    },
    has: async (site, version) => await db.prepare('SELECT 1 AS yes FROM models WHERE site = ? AND version = ?').bind(site, version).first('yes') === 1,
    async put({ site, version, at, by, note, model, learned }, beside) {
      const insert = db.prepare('INSERT INTO models (site, version, at, by, note, model, learned) VALUES (?, ?, ?, ?, ?, ?, ?)')
        .bind(site, version, at, by, note, JSON.stringify(model), JSON.stringify(learned));
      const point = db.prepare('UPDATE sites SET live_model = ?2 WHERE id = ?1 AND live_model = ?3').bind(site, version, beside);
      await db.batch([...version > 0 ? [insert] : [], point]);
    },
    async point(site, version) {
      const { meta } = await db.prepare('UPDATE sites SET live_model = ?2 WHERE id = ?1 AND (?2 = 0 OR EXISTS (SELECT 1 FROM models WHERE site = ?1 AND version = ?2))').bind(site, version).run();
      return meta.changes === 1;
    },
    async ran(task, at) { await db.prepare('INSERT INTO schedules (task, at) VALUES (?, ?) ON CONFLICT (task) DO UPDATE SET at = excluded.at').bind(task, at).run(); },
    lastRun: async (task) => db.prepare('SELECT at FROM schedules WHERE task = ?').bind(task).first<EpochMs>('at'),
  };
}
