import { createArchiveStore, type ArchiveStore } from '../archive/archiveStore.ts';
import { createActivityStore, type ActivityStore } from './activityStore.ts';
import { createJoinStore, type JoinStore } from './joinStore.ts';
import { createOutboxStore, type OutboxStore } from '../outbox/outboxStore.ts';
import { createOutcomeStore, type OutcomeStore } from './outcomeStore.ts';
import type { Recounting } from './recount.ts';
import { createRollupStore, type RollupStore } from './rollupStore.ts';
import { createSessionStore, type SessionStore } from './sessionStore.ts';
import { createVisitorStore, type VisitorStore } from './visitorStore.ts';

/** All tables of one shard. */
export interface ShardStores {
  readonly sessions: SessionStore;
  readonly outcomes: OutcomeStore;
  readonly rollups: RollupStore;
  readonly visitors: VisitorStore;
  readonly joins: JoinStore;
  readonly activity: ActivityStore;
  readonly outbox: OutboxStore;
  readonly archive: ArchiveStore;
  /** Those under way: each hears of a visitor before their rows change. */
  readonly recounts: Set<Recounting>;
}

export const createShardStores = (sql: SqlStorage): ShardStores => ({
  sessions: createSessionStore(sql),
  outcomes: createOutcomeStore(sql),
  rollups: createRollupStore(sql),
  visitors: createVisitorStore(sql),
  joins: createJoinStore(sql),
  activity: createActivityStore(sql),
  outbox: createOutboxStore(sql),
  archive: createArchiveStore(sql),
  recounts: new Set(),
});
