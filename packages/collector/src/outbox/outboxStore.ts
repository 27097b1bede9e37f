import type { EpochMs, WebhookEvent } from '@tactful/protocol';

/** What tells of a row of the same object, by its name; what it says is read when it is sent, so that nothing of it is kept twice. */
export interface Told { readonly kind: WebhookEvent; readonly event: string; readonly ref: string; readonly session: number | null }
/** One event on its way to one webhook. */
export interface Delivery extends Told { readonly webhook: string; readonly at: EpochMs; readonly attempts: number }
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

/** Every statement about what is to be delivered. `next_at` of what is over: when it is forgotten. */
export interface OutboxStore {
  /** The same event for the same webhook again changes nothing. */
  put(webhook: string, told: Told, now: EpochMs): void;
  due(now: EpochMs, limit: number): readonly Delivery[];
  settle(delivery: Delivery, fate: Fate, forgetAt: EpochMs): void;
  /** Puts off what waits for a webhook, without an attempt. */
  defer(webhook: string, next: EpochMs): void;
  drop(delivery: Delivery): void;
  dropWebhook(webhook: string): void;
  forget(now: EpochMs): void;
  /** Sends again what happened since. Returns how many. */
  replay(webhook: string, again: { readonly since: EpochMs; readonly now: EpochMs }): number;
  counts(): readonly OutboxCount[];
  /** When something is due or to be forgotten; undefined while it is empty. */
  next(): EpochMs | undefined;
}

export function createOutboxStore(sql: SqlStorage): OutboxStore {
  const key = ({ webhook, event }: Delivery): [string, string] => [webhook, event];
  return {
    put(webhook, { kind, event, ref, session }, now) {
      sql.exec('INSERT INTO outbox (webhook, event, kind, ref, session, at, next_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING', webhook, event, kind, ref, session, now, now);
    },
    due: (now, limit) => sql.exec("SELECT webhook, event, kind, ref, session, at, attempts FROM outbox WHERE next_at <= ? AND state = 'waiting' ORDER BY next_at LIMIT ?", now, limit)
      .toArray() as unknown as Delivery[],
    settle(delivery, fate, forgetAt) {
      sql.exec(
        'UPDATE outbox SET state = ?, attempts = attempts + 1, next_at = ?, failure = ? WHERE webhook = ? AND event = ?',
        fate.state, fate.state === 'waiting' ? fate.next : forgetAt, fate.failure ?? null, ...key(delivery),
      );
    },
    defer(webhook, next) { sql.exec("UPDATE outbox SET next_at = MAX(next_at, ?) WHERE webhook = ? AND state = 'waiting'", next, webhook); },
    drop(delivery) { sql.exec('DELETE FROM outbox WHERE webhook = ? AND event = ?', ...key(delivery)); },
    dropWebhook(webhook) { sql.exec('DELETE FROM outbox WHERE webhook = ?', webhook); },
    forget(now) { sql.exec("DELETE FROM outbox WHERE next_at <= ? AND state <> 'waiting'", now); },
    replay: (webhook, { since, now }) =>
      sql.exec("UPDATE outbox SET state = 'waiting', attempts = 0, next_at = ? WHERE webhook = ? AND at >= ? RETURNING event", now, webhook, since).toArray().length,
    counts: () => sql.exec('SELECT webhook, state, COUNT(*) AS n, MAX(failure) AS failure FROM outbox GROUP BY webhook, state').toArray() as unknown as OutboxCount[],
    next: () => sql.exec('SELECT next_at FROM outbox ORDER BY next_at LIMIT 1').toArray().map((row) => Number(row['next_at']))[0],
  };
}
