import type { EpochMs, Milliseconds } from '@tactful/protocol';
import type { Join, KeptExposure, Meeting, MetExposure, UserGoal } from './ProfileRows.ts';

/** Rows kept of each kind, the latest by their time: more than a year of a busy customer. */
const KEPT = 300;
const VISITORS = 50;
/** When a visitor was heard of last is known as exactly as that. */
const DAY: Milliseconds = 86_400_000;
const STRENGTH = ['none', 'ignore', 'dismiss', 'click', 'convert'];

/** Every statement about what a user met, on which devices, and what followed. */
export interface MetStore {
  /** False where the user has as many devices as may be joined, or the visitor was erased a moment ago. */
  link(visitor: string, now: EpochMs): boolean;
  visitors(): readonly string[];
  putExposure(visitor: string, exposure: MetExposure, now: EpochMs): void;
  /** @param visitor who tells of it; empty: a server */
  putGoal(goal: UserGoal, visitor?: string): void;
  exposures(): readonly KeptExposure[];
  goals(): readonly UserGoal[];
  goal(id: string): UserGoal | undefined;
  /** One that a server told of before any device did. */
  told(id: string): UserGoal | undefined;
  /** What the shard of one visitor has to know of these campaigns, which they met; and the shards of those who met them first. */
  joinsOf(campaigns: readonly string[], { visitor, goals }: Pick<Meeting, 'visitor' | 'goals'>): readonly Join[];
  /** These conversions for each visitor who met something first, but for the one who tells of them. */
  tell(goals: readonly UserGoal[], teller?: string): readonly Join[];
  /** Nothing of the visitor stays, and nothing of them is taken until they are let go. */
  forget(visitor: string, now: EpochMs): void;
  /** Who is not let go yet. */
  barred(): readonly string[];
  /** Lets those go who were forgotten before. @returns how many are left */
  letGo(before: EpochMs): number;
  /** Removes what was last heard of before. @returns what is left */
  retire(before: EpochMs): number;
}

type Row = Record<string, SqlStorageValue>;

export function createMetStore(sql: SqlStorage): MetStore {
  const rows = <T>(query: string, ...binds: SqlStorageValue[]): T[] => sql.exec(query, ...binds).toArray() as T[];
  const trim = (table: 'exposures' | 'goals'): void => {
    const [oldest] = rows<{ at: number }>(`SELECT at FROM ${table} ORDER BY at DESC LIMIT 1 OFFSET ?`, KEPT);
    if (oldest) sql.exec(`DELETE FROM ${table} WHERE at <= ?`, oldest.at);
  };
  const goals = (): readonly UserGoal[] => rows<UserGoal>('SELECT id, event, mills, lacks, at FROM goals ORDER BY at, id');
  const known = (visitor: string): boolean => rows('SELECT 1 AS n FROM visitors WHERE visitor = ?', visitor).length > 0;
  return {
    link(visitor, now) {
      if (rows('SELECT 1 AS n FROM barred WHERE visitor = ?', visitor).length > 0) return false;
      if (!known(visitor) && rows('SELECT 1 AS n FROM visitors').length >= VISITORS) return false;
      sql.exec('INSERT INTO visitors (visitor, at) VALUES (?, ?) ON CONFLICT (visitor) DO UPDATE SET at = excluded.at WHERE excluded.at > at + ?', visitor, now, DAY);
      return true;
    },
    visitors: () => rows<{ visitor: string }>('SELECT visitor FROM visitors ORDER BY at, visitor').map(({ visitor }) => visitor),
    putExposure(visitor, { session, id, campaign, arm, outcome, reason, at }, now) {
      const optOut = reason === 'opt_out';
      const [before] = rows<{ outcome: string; opt_out: number }>('SELECT outcome, opt_out FROM exposures WHERE visitor = ? AND session = ? AND id = ?', visitor, session, id);
      const stronger = !before || STRENGTH.indexOf(outcome) > STRENGTH.indexOf(before.outcome);
      // A device tells the session so far, again and again: what is known is not written again.
      if (!stronger && (!optOut || before.opt_out === 1)) return;
      sql.exec(
        `INSERT INTO exposures (visitor, session, id, campaign, arm, outcome, at, settled, opt_out) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (visitor, session, id) DO UPDATE SET outcome = iif(?10, ?6, outcome), settled = iif(?10, ?8, settled), opt_out = max(opt_out, ?9)`,
        visitor, session, id, campaign, arm, outcome, at, outcome === 'none' ? at : now, optOut ? 1 : 0, stronger ? 1 : 0,
      );
      if (before) return;
      trim('exposures');
      // Where it was met first stays, by what was heard of first, so that the order of what comes late moves nobody.
      if (arm !== 'shadow') sql.exec('INSERT INTO homes (campaign, visitor, arm, mixed) VALUES (?1, ?2, ?3, 0) ON CONFLICT (campaign) DO UPDATE SET mixed = max(mixed, arm <> ?3)', campaign, visitor, arm);
    },
    putGoal({ id, event, mills, lacks, at }, visitor = '') {
      sql.exec('INSERT INTO goals (id, event, mills, lacks, at, visitor) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING', id, event, mills, lacks, at, visitor);
      trim('goals');
    },
    exposures: () => rows<Row>('SELECT * FROM exposures ORDER BY at, id').map(({ settled, opt_out, ...row }) => ({ ...row, settled: Number(settled), optOut: opt_out === 1 }) as unknown as KeptExposure),
    goals,
    goal: (id) => rows<UserGoal>('SELECT id, event, mills, lacks, at FROM goals WHERE id = ?', id)[0],
    told: (id) => rows<UserGoal>("SELECT id, event, mills, lacks, at FROM goals WHERE id = ? AND visitor = ''", id)[0],
    joinsOf(campaigns, { visitor, goals: own }) {
      const joins = new Map<string, { campaigns: Record<string, 'elsewhere' | 'mixed'>; goals: readonly UserGoal[] }>();
      const of = (one: string) => joins.get(one) ?? joins.set(one, { campaigns: {}, goals: [] }).get(one)!;
      for (const campaign of new Set(campaigns)) {
        const [home] = rows<{ visitor: string; mixed: number }>('SELECT visitor, mixed FROM homes WHERE campaign = ?', campaign);
        if (!home) continue;
        if (home.visitor !== visitor) of(visitor).campaigns[campaign] = 'elsewhere';
        if (home.visitor === '') continue;
        if (home.mixed) of(home.visitor).campaigns[campaign] = 'mixed';
        const others = goals().filter(({ id }) => home.visitor !== visitor || !own.some((goal) => goal.id === id));
        if (others.length > 0) of(home.visitor).goals = others;
      }
      return [...joins].map(([id, join]) => ({ visitor: id, ...join }));
    },
    tell: (told, teller = '') => (told.length === 0 ? []
      : rows<{ visitor: string }>("SELECT DISTINCT visitor FROM homes WHERE visitor NOT IN (?, '') ORDER BY visitor", teller).map(({ visitor }) => ({ visitor, campaigns: {}, goals: told }))),
    retire(before) {
      const tables = ['visitors', 'exposures', 'goals'];
      for (const table of tables) sql.exec(`DELETE FROM ${table} WHERE at < ?`, before);
      sql.exec('DELETE FROM homes WHERE visitor NOT IN (SELECT visitor FROM visitors)');
      return tables.reduce((left, table) => left + rows(`SELECT 1 AS n FROM ${table}`).length, 0);
    },
    barred: () => rows<{ visitor: string }>('SELECT visitor FROM barred').map(({ visitor }) => visitor),
    letGo(before) {
      sql.exec('DELETE FROM barred WHERE at < ?', before);
      return rows('SELECT 1 AS n FROM barred').length;
    },
    forget(visitor, now) {
      sql.exec('INSERT INTO barred (visitor, at) VALUES (?, ?) ON CONFLICT (visitor) DO UPDATE SET at = excluded.at', visitor, now);
      for (const table of ['exposures', 'goals', 'visitors']) sql.exec(`DELETE FROM ${table} WHERE visitor = ?`, visitor);
      sql.exec("UPDATE homes SET visitor = '' WHERE visitor = ?", visitor);
    },
  };
}
