import type { EpochMs, SessionDetail, SessionRow, Summary } from '@tactful/protocol';
import { BOT_FROM } from './countSession.ts';

/** Where a session stands in the list. Not its id alone: a session that changes moves to the top. */
export type SessionPlace = Pick<SessionRow, 'at' | 'session'>;

/** One page in so many sessions. */
export interface PageRow { readonly id: string; readonly views: number; readonly sessions: number }

/** Reading statements for the console. */
export interface ReportStore {
  /** By last change, newest first, then by id; from the one after `after`. */
  recent(limit: number, after?: SessionPlace): readonly SessionRow[];
  detail(session: string): SessionDetail | undefined;
  /** Views of each page in the latest sessions, bots' aside. */
  pages(limit: number): readonly PageRow[];
  /** Sessions received since; all of them with 0. */
  sessionsSince(from: EpochMs): number;
}

function rowOf(at: EpochMs, { session, bot, activeMs, pages, exposures, goals, context, cart }: Summary): SessionRow {
  return {
    session, at, bot: bot >= BOT_FROM, activeMs, device: context.device, exposures: exposures.length, goals: goals.length,
    pages: Object.values(pages).reduce((sum, page) => sum + page.views, 0),
    ...(cart.value === undefined ? {} : { cartValue: cart.value }), ...(cart.currency === undefined ? {} : { currency: cart.currency }),
  };
}

export function createReportStore(sql: SqlStorage): ReportStore {
  return {
    recent: (limit, after) => sql.exec(
      `SELECT updated_at, summary FROM sessions ${after ? 'WHERE updated_at <= ? AND (updated_at < ? OR session > ?)' : ''} ORDER BY updated_at DESC, session LIMIT ?`,
      ...(after ? [after.at, after.at, after.session] : []), limit,
    ).toArray()
      .map((row) => rowOf(Number(row['updated_at']), JSON.parse(String(row['summary'])) as Summary)),
    pages: (limit) => sql.exec(
      `SELECT page.key AS id, SUM(json_extract(page.value, '$.views')) AS views, COUNT(*) AS sessions
       FROM (SELECT summary FROM sessions ORDER BY updated_at DESC, session LIMIT ?) AS latest, json_each(latest.summary, '$.pages') AS page
       WHERE json_extract(latest.summary, '$.bot') < ? GROUP BY page.key`, limit, BOT_FROM,
    ).toArray().map((row) => ({ id: String(row['id']), views: Number(row['views']), sessions: Number(row['sessions']) })),
    detail(session) {
      const row = sql.exec('SELECT id, summary FROM sessions WHERE session = ? ORDER BY id LIMIT 1', session).toArray()[0];
      if (!row) return undefined;
      const summary = JSON.parse(String(row['summary'])) as Summary;
      const parts = sql.exec('SELECT part, seq FROM parts WHERE session_id = ? ORDER BY part', row['id'] ?? null).toArray()
        .map((part) => ({ part: String(part['part']), seq: Number(part['seq']) }));
      return { bot: summary.bot >= BOT_FROM, summary, parts, exposures: summary.exposures };
    },
    sessionsSince: (from) => Number(sql.exec('SELECT COUNT(*) AS n FROM sessions WHERE updated_at >= ?', from).one()['n']),
  };
}
