import type { EpochMs } from '@tactful/protocol';

const MINUTE = 60_000, HOUR = 3_600_000;
/** How long live counters and load counts are kept. */
const KEEP_MINUTES = 60, KEEP_HOURS = 24 * 14;

/** Every statement about what happens now: summaries and messages seen per minute, configuration loads per hour. No identifier anywhere. */
export interface ActivityStore {
  summaries(now: EpochMs, count: { readonly summaries: number; readonly exposures: number }): void;
  minutes(from: EpochMs): readonly { readonly at: EpochMs; readonly summaries: number; readonly exposures: number }[];
  load(now: EpochMs): void;
  loads(from: EpochMs): number;
}

export function createActivityStore(sql: SqlStorage): ActivityStore {
  return {
    summaries(now, { summaries, exposures }) {
      const at = now - (now % MINUTE);
      const { n } = sql.exec(
        `INSERT INTO minutes (at, summaries, exposures) VALUES (?, ?, ?)
         ON CONFLICT (at) DO UPDATE SET summaries = summaries + excluded.summaries, exposures = exposures + excluded.exposures RETURNING summaries AS n`,
        at, summaries, exposures,
      ).one();
      // A new minute: one is too old.
      if (n === summaries) sql.exec('DELETE FROM minutes WHERE at < ?', at - KEEP_MINUTES * MINUTE);
    },
    minutes: (from) => sql.exec('SELECT at, summaries, exposures FROM minutes WHERE at >= ? ORDER BY at', from).toArray() as
      unknown as { at: number; summaries: number; exposures: number }[],
    load(now) {
      const hour = now - (now % HOUR);
      sql.exec('INSERT INTO loads (hour, n) VALUES (?, 1) ON CONFLICT (hour) DO UPDATE SET n = n + 1', hour);
      sql.exec('DELETE FROM loads WHERE hour < ?', hour - KEEP_HOURS * HOUR);
    },
    loads: (from) => Number(sql.exec('SELECT COALESCE(SUM(n), 0) AS n FROM loads WHERE hour > ?', from - HOUR).one()['n']),
  };
}
