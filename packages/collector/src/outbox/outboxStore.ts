import type { EpochMs, WebhookEvent } from '@tactful/protocol';

/** What tells of a row of the same object, by its name; what it says is read when it is sent, so that nothing of it is kept twice. */
export interface Told { readonly kind: WebhookEvent; readonly event: string; readonly ref: string; readonly session: number | null }
/** One event on its way to one webhook, which failed `failures` times in a row. */
export interface Delivery extends Told { readonly webhook: string; readonly at: EpochMs; readonly attempts: number; readonly failures: number }
export type Fate = { readonly state: 'delivered' | 'given_up'; readonly failure?: string } | { readonly state: 'waiting'; readonly next: EpochMs; readonly failure: string };
export interface OutboxCount { readonly webhook: string; readonly state: string; readonly n: number; readonly failure: string | null }

/** Steps of a schema that an outbox needs. */
export const OUTBOX_SCHEMA = `
  CREATE TABLE IF NOT EXISTS outbox (
    webhook TEXT NOT NULL, event TEXT NOT NULL, kind TEXT NOT NULL, ref TEXT NOT NULL, session INTEGER, at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting', attempts INTEGER NOT NULL DEFAULT 0, next_at INTEGER NOT NULL, failure TEXT,
    PRIMARY KEY (webhook, event)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS outbox_next ON outbox (next_at);`;
/** The step after it: one row for whom events are for, with how often it failed in a row and until when it is left alone; and since when each event waits. */
export const RECEIVERS_SCHEMA = `
  CREATE TABLE receivers (webhook TEXT PRIMARY KEY, paused_until INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
  INSERT INTO receivers (webhook) SELECT DISTINCT webhook FROM outbox;
  ALTER TABLE outbox ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
  UPDATE outbox SET since = at;
  DROP INDEX outbox_next;
  CREATE INDEX outbox_due ON outbox (webhook, state, next_at);`;

/** Every statement about what is to be delivered. `next_at` of what waits: not before then; of what is over: when it is forgotten. */
export interface OutboxStore {
  /** The same event for the same webhook again changes nothing. */
  put(webhook: string, told: Told, now: EpochMs): void;
  /** Of webhooks that are left alone nothing; of each of the others as many as of the next, what waited longest first. */
  due(now: EpochMs, limit: number): readonly Delivery[];
  settle(delivery: Delivery, fate: Fate, forgetAt: EpochMs): void;
  /** An attempt failed: the webhook is left alone until then. */
  pause(webhook: string, until: EpochMs): void;
  /** An attempt was taken: it is left alone no more. */
  resume(webhook: string): void;
  /** Gives up what has waited for the webhook since before then. Returns how many. */
  giveUp(webhook: string, own: { readonly before: EpochMs; readonly failure: string; readonly forgetAt: EpochMs }): number;
  drop(delivery: Delivery): void;
  dropWebhook(webhook: string): void;
  /** Drops what tells of rows whose name begins so. */
  dropRefs(beginning: string): void;
  forget(now: EpochMs): void;
  /** Sends again what happened since, at once, even to a webhook that was left alone. Returns how many. */
  replay(webhook: string, again: { readonly since: EpochMs; readonly now: EpochMs }): number;
  counts(): readonly OutboxCount[];
  /** When something is due or to be forgotten; undefined while it is empty. */
  next(): EpochMs | undefined;
}

const OVER: readonly Fate['state'][] = ['delivered', 'given_up'];

export function createOutboxStore(sql: SqlStorage): OutboxStore {
  const key = ({ webhook, event }: Delivery): [string, string] => [webhook, event];
  const receivers = (): readonly { readonly webhook: string; readonly paused_until: EpochMs; readonly failures: number }[] =>
    sql.exec('SELECT webhook, paused_until, failures FROM receivers').toArray() as never;
  const resume = (webhook: string): void => { sql.exec('UPDATE receivers SET paused_until = 0, failures = 0 WHERE webhook = ? AND failures > 0', webhook); };
  const earliest = (webhook: string, state: Fate['state']): EpochMs =>
    Number(sql.exec('SELECT next_at FROM outbox WHERE webhook = ? AND state = ? ORDER BY next_at LIMIT 1', webhook, state).toArray()[0]?.['next_at'] ?? Infinity);
  return {
    put(webhook, { kind, event, ref, session }, now) {
      sql.exec('INSERT INTO receivers (webhook) VALUES (?) ON CONFLICT DO NOTHING', webhook);
      sql.exec('INSERT INTO outbox (webhook, event, kind, ref, session, at, since, next_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?6) ON CONFLICT DO NOTHING', webhook, event, kind, ref, session, now);
    },
    due(now, limit) {
      const open = receivers().filter(({ paused_until }) => paused_until <= now);
      const turns = open.map(({ webhook, failures }) => sql.exec(
        "SELECT webhook, event, kind, ref, session, at, attempts FROM outbox WHERE webhook = ? AND state = 'waiting' AND next_at <= ? ORDER BY next_at LIMIT ?", webhook, now, limit,
      ).toArray().map((row, turn) => ({ turn, delivery: { ...row, failures } as unknown as Delivery })));
      return turns.flat().sort((a, b) => a.turn - b.turn).slice(0, limit).map(({ delivery }) => delivery);
    },
    settle(delivery, fate, forgetAt) {
      sql.exec(
        'UPDATE outbox SET state = ?, attempts = attempts + 1, next_at = ?, failure = ? WHERE webhook = ? AND event = ?',
        fate.state, fate.state === 'waiting' ? fate.next : forgetAt, fate.failure ?? null, ...key(delivery),
      );
    },
    pause(webhook, until) { sql.exec('UPDATE receivers SET paused_until = ?, failures = failures + 1 WHERE webhook = ?', until, webhook); },
    resume,
    giveUp: (webhook, { before, failure, forgetAt }) => sql.exec(
      "UPDATE outbox SET state = 'given_up', next_at = ?, failure = ? WHERE webhook = ? AND state = 'waiting' AND since <= ? RETURNING event", forgetAt, failure, webhook, before,
    ).toArray().length,
    drop(delivery) { sql.exec('DELETE FROM outbox WHERE webhook = ? AND event = ?', ...key(delivery)); },
    dropWebhook(webhook) { for (const table of ['outbox', 'receivers']) sql.exec(`DELETE FROM ${table} WHERE webhook = ?`, webhook); },
    dropRefs(beginning) { sql.exec('DELETE FROM outbox WHERE substr(ref, 1, length(?1)) = ?1', beginning); },
    forget(now) {
      for (const { webhook } of receivers()) for (const state of OVER) sql.exec('DELETE FROM outbox WHERE webhook = ? AND state = ? AND next_at <= ?', webhook, state, now);
      sql.exec('DELETE FROM receivers WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.webhook = receivers.webhook)');
    },
    replay(webhook, { since, now }) {
      resume(webhook);
      return sql.exec("UPDATE outbox SET state = 'waiting', attempts = 0, since = ?1, next_at = ?1 WHERE webhook = ?2 AND at >= ?3 RETURNING event", now, webhook, since).toArray().length;
    },
    counts: () => sql.exec('SELECT webhook, state, COUNT(*) AS n, MAX(failure) AS failure FROM outbox GROUP BY webhook, state').toArray() as unknown as OutboxCount[],
    next() {
      const times = receivers().flatMap(({ webhook, paused_until }) => [Math.max(paused_until, earliest(webhook, 'waiting')), ...OVER.map((state) => earliest(webhook, state))]);
      const at = Math.min(...times);
      return at === Infinity ? undefined : at;
    },
  };
}
