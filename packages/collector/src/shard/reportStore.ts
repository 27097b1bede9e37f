import type { EpochMs, SessionDetail, SessionRow, Summary } from '@tactful/protocol';
import { BOT_FROM } from './countSession.ts';

/** Where a session stands in the list. Not its id alone: a session that changes moves to the top. */
export type SessionPlace = Pick<SessionRow, 'at' | 'session'>;

/** Reading statements for the console. */
export interface ReportStore {
  /** By last change, newest first, then by id; from the one after `after`. */
  recent(limit: number, after?: SessionPlace): readonly SessionRow[];
  detail(session: string): SessionDetail | undefined;
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
