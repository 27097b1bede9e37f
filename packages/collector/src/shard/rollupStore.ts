import type { CellRow, ExactRow } from './createTally.ts';
import { limbs } from './limbs.ts';

/** Every statement about rollups. */
export interface RollupStore {
  add(rows: readonly ExactRow[]): void;
  /** Puts these in place of all. */
  replace(rows: readonly ExactRow[]): void;
  /** Adds to what erased visitors leave behind; the rollups themselves stay as they are. */
  seal(rows: readonly ExactRow[]): void;
  all(): readonly ExactRow[];
  sealed(): readonly ExactRow[];
  /** Sums over all days, or one day. */
  totals(day?: string): readonly CellRow[];
  /** Those of campaigns over all days after one. */
  campaignsAfter(day: string): readonly CellRow[];
  /** Those of one campaign day by day, after one, and how many sessions were machines'. */
  daysAfter(day: string, campaign: string): readonly CellRow[];
}

/** Cells of one statement: far less than the 2 MB that a value may have. */
const AT_ONCE = 1_000;

type Row = Record<string, SqlStorageValue>;
const exact = (row: Row): ExactRow => ({
  day: String(row['day']), kind: String(row['kind']) as ExactRow['kind'], subject: String(row['subject']), arm: String(row['arm']),
  measure: String(row['measure']), n: limbs.join(row),
});

export function createRollupStore(sql: SqlStorage): RollupStore {
  const COLUMNS = limbs.columns.join(', ');
  const CELL = 'day, kind, subject, arm, measure';
  const VALUES = [...CELL.split(', '), ...limbs.columns].map((_column, at) => `value ->> ${at}`).join(', ');
  const ADDED = limbs.columns.map((column) => `${column} = ${column} + excluded.${column}`).join(', ');
  const add = (table: 'rollups' | 'sealed', rows: readonly ExactRow[]): void => {
    // Many in one statement, with one value: a call of the platform's costs as much as several rows.
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      sql.exec(
        `INSERT INTO ${table} (${CELL}, ${COLUMNS}) SELECT ${VALUES} FROM json_each(?) WHERE TRUE ON CONFLICT (${CELL}) DO UPDATE SET ${ADDED}`,
        JSON.stringify(rows.slice(from, from + AT_ONCE).map(({ day, kind, subject, arm, measure, n }) => [day, kind, subject, arm, measure, ...limbs.split(n)])),
      );
    }
  };
  const list = (query: string, ...binds: string[]): readonly ExactRow[] => sql.exec(query, ...binds).toArray().map(exact).filter(({ n }) => n !== 0n);
  const every = (table: 'rollups' | 'sealed'): readonly ExactRow[] => list(`SELECT ${CELL}, ${limbs.sums} FROM ${table} GROUP BY ${CELL} ORDER BY ${CELL}`);
  const cells = (day: "''" | 'day', where: string, ...binds: string[]): readonly CellRow[] =>
    list(`SELECT ${day} AS day, kind, subject, arm, measure, ${limbs.sums} FROM rollups ${where} GROUP BY ${day}, kind, subject, arm, measure`, ...binds).map(({ n, ...cell }) => ({ ...cell, n: Number(n) }));
  const told = (where: string, ...binds: string[]): readonly CellRow[] => cells("''", where, ...binds);
  return {
    add: (rows) => add('rollups', rows),
    replace(rows) {
      sql.exec('DELETE FROM rollups');
      add('rollups', rows);
    },
    seal: (rows) => add('sealed', rows),
    all: () => every('rollups'),
    sealed: () => every('sealed'),
    totals: (day) => told(day === undefined ? '' : 'WHERE day = ?', ...(day === undefined ? [] : [day])),
    campaignsAfter: (day) => told("WHERE kind = 'campaign' AND day > ?", day),
    daysAfter: (day, campaign) => cells('day', "WHERE day > ? AND (kind = 'campaign' AND subject = ? OR kind = 'site' AND measure IN ('bots', 'sessions'))", day, campaign),
  };
}
