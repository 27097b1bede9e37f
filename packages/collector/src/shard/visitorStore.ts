import type { EpochMs } from '@tactful/protocol';

/** Every statement that erases, and the memory that it did. */
export interface VisitorStore {
  erased(visitor: string): boolean;
  /** Overwrites, then deletes the visitor's rows; the tombstone keeps a late replay from bringing them back. Returns sessions erased. */
  erase(visitor: string, now: EpochMs): number;
}

/** As long as what it replaces, so that it lands on the same bytes. */
const BLANK = 'CAST(zeroblob(length(CAST(summary AS BLOB))) AS TEXT)';

export function createVisitorStore(sql: SqlStorage): VisitorStore {
  return {
    erased: (visitor) => sql.exec('SELECT 1 FROM erased WHERE visitor = ?', visitor).toArray().length > 0,
    erase(visitor, now) {
      const of = 'session_id IN (SELECT id FROM sessions WHERE visitor = ?)';
      // SQLite only unlinks deleted rows; what stood there is overwritten first.
      sql.exec(`UPDATE parts SET summary = ${BLANK} WHERE ${of}`, visitor);
      sql.exec(`UPDATE sessions SET summary = ${BLANK} WHERE visitor = ?`, visitor);
      sql.exec(`DELETE FROM parts WHERE ${of}`, visitor);
      sql.exec('DELETE FROM exposures WHERE visitor = ?', visitor);
      sql.exec('DELETE FROM goals WHERE visitor = ?', visitor);
      const erased = sql.exec('DELETE FROM sessions WHERE visitor = ? RETURNING id', visitor).toArray().length;
      sql.exec('INSERT INTO erased (visitor, at) VALUES (?, ?) ON CONFLICT (visitor) DO NOTHING', visitor, now);
      return erased;
    },
  };
}
