import type { CellRow } from './createTally.ts';

/** Every statement about rollups. */
export interface RollupStore {
  add(rows: readonly CellRow[]): void;
  /** Adds to what erased visitors leave behind; the rollups themselves stay as they are. */
  seal(rows: readonly CellRow[]): void;
  all(): readonly CellRow[];
  sealed(): readonly CellRow[];
  /** Sums over all days, or one day. */
  totals(day?: string): readonly CellRow[];
}

export function createRollupStore(sql: SqlStorage): RollupStore {
  const add = (table: 'rollups' | 'sealed', rows: readonly CellRow[]): void => {
    for (const { day, kind, subject, arm, measure, n } of rows) {
      sql.exec(
        `INSERT INTO ${table} (day, kind, subject, arm, measure, n) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (day, kind, subject, arm, measure) DO UPDATE SET n = n + excluded.n`,
        day, kind, subject, arm, measure, n,
      );
    }
  };
  const list = (query: string, ...binds: string[]): readonly CellRow[] => sql.exec(query, ...binds).toArray() as unknown as CellRow[];
  const ORDER = 'ORDER BY day, kind, subject, arm, measure';
  return {
    add: (rows) => add('rollups', rows),
    seal: (rows) => add('sealed', rows),
    all: () => list(`SELECT day, kind, subject, arm, measure, n FROM rollups WHERE n <> 0 ${ORDER}`),
    sealed: () => list(`SELECT day, kind, subject, arm, measure, n FROM sealed WHERE n <> 0 ${ORDER}`),
    totals: (day) => list(
      `SELECT '' AS day, kind, subject, arm, measure, SUM(n) AS n FROM rollups ${day === undefined ? '' : 'WHERE day = ?'}
       GROUP BY kind, subject, arm, measure HAVING SUM(n) <> 0`, ...(day === undefined ? [] : [day]),
    ),
  };
}
