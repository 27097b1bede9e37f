import type { EpochMs } from '@tactful/protocol';

const MINUTE = 60_000, DAY = 86_400_000;

/** Every statement about who asked how often. A network stands there only as a keyed hash, for a day. */
export interface PrefixStore {
  /** Requests of an address prefix since, to the whole minute before. */
  since(prefix: string, from: EpochMs): number;
  count(prefix: string, now: EpochMs): void;
  /** Forgets what is older than a day. @returns when the oldest that is left will be; undefined where none is */
  forget(now: EpochMs): EpochMs | undefined;
}

export function createPrefixStore(sql: SqlStorage): PrefixStore {
  const minuteOf = (at: EpochMs): EpochMs => at - (at % MINUTE);
  return {
    since: (prefix, from) => Number(sql.exec('SELECT COALESCE(SUM(n), 0) AS n FROM prefixes WHERE prefix = ? AND minute >= ?', prefix, minuteOf(from)).one()['n']),
    count(prefix, now) {
      sql.exec('INSERT INTO prefixes (prefix, minute, n) VALUES (?, ?, 1) ON CONFLICT (prefix, minute) DO UPDATE SET n = n + 1', prefix, minuteOf(now));
    },
    forget(now) {
      sql.exec('DELETE FROM prefixes WHERE minute < ?', minuteOf(now) - DAY);
      const oldest = sql.exec('SELECT MIN(minute) AS minute FROM prefixes').one()['minute'];
      return oldest === null ? undefined : Number(oldest) + DAY + MINUTE;
    },
  };
}
