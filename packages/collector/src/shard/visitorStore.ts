import type { EpochMs } from '@tactful/protocol';
import type { StoredSession } from './sessionStore.ts';

/** Every statement that erases, and the memory that it did. */
export interface VisitorStore {
  erased(visitor: string): boolean;
  /** From now on the visitor is an erased one. */
  bar(visitor: string, now: EpochMs): void;
  /** Overwrites, then deletes the visitor's rows; the tombstone keeps a late replay from bringing them back. Returns sessions erased. */
  erase(visitor: string, now: EpochMs): number;
  /** The same for one session that is too old; its random name alone is kept, so that it does not count again. */
  retire(session: Pick<StoredSession, 'id' | 'summary'>, now: EpochMs): void;
  /** Forgets names of sessions retired before. Returns whether any are left. */
  forgetRetired(before: EpochMs): boolean;
}

/** As long as what it replaces, so that it lands on the same bytes. */
const BLANK = 'CAST(zeroblob(length(CAST(summary AS BLOB))) AS TEXT)';

export function createVisitorStore(sql: SqlStorage): VisitorStore {
  const bar = (visitor: string, now: EpochMs): void => { sql.exec('INSERT INTO erased (visitor, at) VALUES (?, ?) ON CONFLICT (visitor) DO NOTHING', visitor, now); };
  return {
    bar,
    erased: (visitor) => sql.exec('SELECT 1 FROM erased WHERE visitor = ?', visitor).toArray().length > 0,
    retire({ id, summary }, now) {
      sql.exec(`UPDATE parts SET summary = ${BLANK} WHERE session_id = ?`, id);
      sql.exec(`UPDATE sessions SET summary = ${BLANK} WHERE id = ?`, id);
      for (const table of ['parts', 'exposures', 'goals']) sql.exec(`DELETE FROM ${table} WHERE session_id = ?`, id);
      sql.exec('DELETE FROM outbox WHERE session = ?', id);
      sql.exec('DELETE FROM sessions WHERE id = ?', id);
      sql.exec('INSERT INTO retired (session, at) VALUES (?, ?) ON CONFLICT (session) DO NOTHING', summary.session, now);
    },
    forgetRetired(before) {
      sql.exec('DELETE FROM retired WHERE at < ?', before);
      return sql.exec('SELECT 1 FROM retired LIMIT 1').toArray().length > 0;
    },
    erase(visitor, now) {
      const of = 'session_id IN (SELECT id FROM sessions WHERE visitor = ?)';
      // SQLite only unlinks deleted rows; what stood there is overwritten first.
      sql.exec(`UPDATE parts SET summary = ${BLANK} WHERE ${of}`, visitor);
      sql.exec(`UPDATE sessions SET summary = ${BLANK} WHERE visitor = ?`, visitor);
      sql.exec(`DELETE FROM outbox WHERE ${of.replace('session_id', 'session')}`, visitor);
      sql.exec(`DELETE FROM parts WHERE ${of}`, visitor);
      sql.exec('DELETE FROM exposures WHERE visitor = ?', visitor);
      for (const table of ['goals', 'joined', 'joined_goals', 'users']) sql.exec(`DELETE FROM ${table} WHERE visitor = ?`, visitor);
      const erased = sql.exec('DELETE FROM sessions WHERE visitor = ? RETURNING id', visitor).toArray().length;
      bar(visitor, now);
      return erased;
    },
  };
}
