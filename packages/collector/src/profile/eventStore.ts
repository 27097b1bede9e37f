import type { EpochMs } from '@tactful/protocol';

/** Ids remembered of a user's events, the latest. */
const KEPT = 1_000;

/** Every statement about which events were heard, and whether the user was erased. */
export interface EventStore {
  heard(id: string): boolean;
  /** From now on it was heard. */
  hear(id: string): void;
  /** Forgets which were heard. */
  clear(): void;
  /** When the user was erased last; 0: never. */
  erasedAt(): EpochMs;
  /** What is told of earlier is refused from now on. */
  erase(now: EpochMs): void;
}

export function createEventStore(sql: SqlStorage): EventStore {
  return {
    heard: (id) => sql.exec('SELECT 1 FROM seen WHERE id = ?', id).toArray().length > 0,
    hear(id) {
      const next = Number(sql.exec('SELECT COALESCE(MAX(n), 0) + 1 AS n FROM seen').one()['n']);
      sql.exec('INSERT INTO seen (id, n) VALUES (?, ?)', id, next);
      sql.exec('DELETE FROM seen WHERE n <= ?', next - KEPT);
    },
    clear() { sql.exec('DELETE FROM seen'); },
    erasedAt: () => Number(sql.exec('SELECT COALESCE(MAX(at), 0) AS at FROM erased').one()['at']),
    erase(now) { sql.exec('INSERT INTO erased (at) VALUES (?)', now); },
  };
}
