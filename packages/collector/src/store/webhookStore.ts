import type { EpochMs, WebhookEvent, WebhookTemplate } from '@tactful/protocol';

/** Where events of a site go. `secrets`: those that sign, the newest first, at most two; of a robot at most one, its platform's. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly template: WebhookTemplate;
  readonly events: readonly WebhookEvent[];
  readonly secrets: readonly string[];
  readonly at: EpochMs;
}

/** Every statement about webhooks. */
export interface WebhookStore {
  list(site: string): Promise<readonly Webhook[]>;
  find(site: string, id: string): Promise<Webhook | null>;
  /** False when the id is taken, or the site has as many as it may. */
  add(site: string, webhook: Webhook, most: number): Promise<boolean>;
  setSecrets(site: string, id: string, secrets: readonly string[]): Promise<void>;
  remove(site: string, id: string): Promise<boolean>;
}

interface Row { id: string; url: string; template: WebhookTemplate; events: string; secrets: string; at: number }
const webhookOf = ({ events, secrets, ...row }: Row): Webhook => ({ ...row, events: JSON.parse(events) as WebhookEvent[], secrets: JSON.parse(secrets) as string[] });
const COLUMNS = 'SELECT id, url, template, events, secrets, created_at AS at FROM webhooks WHERE site = ?';

export const createWebhookStore = (db: D1Database): WebhookStore => ({
  list: async (site) => (await db.prepare(`${COLUMNS} ORDER BY id`).bind(site).all<Row>()).results.map(webhookOf),
  async find(site, id) {
    const row = await db.prepare(`${COLUMNS} AND id = ?`).bind(site, id).first<Row>();
    return row && webhookOf(row);
  },
  add: async (site, { id, url, template, events, secrets, at }, most) => (await db.prepare(
    `INSERT INTO webhooks (site, id, url, template, events, secrets, created_at)
     SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE (SELECT COUNT(*) FROM webhooks WHERE site = ?1) < ?8 ON CONFLICT DO NOTHING`,
  ).bind(site, id, url, template, JSON.stringify(events), JSON.stringify(secrets), at, most).run()).meta.changes > 0,
  async setSecrets(site, id, secrets) { await db.prepare('UPDATE webhooks SET secrets = ? WHERE site = ? AND id = ?').bind(JSON.stringify(secrets), site, id).run(); },
  remove: async (site, id) => (await db.prepare('DELETE FROM webhooks WHERE site = ? AND id = ?').bind(site, id).run()).meta.changes > 0,
});
