import type { EpochMs, SessionRow, ShardSession, Summary } from '@tactful/protocol';
import { BOT_FROM } from './countSession.ts';
import { isSeen } from './isSeen.ts';

/** Where a session stands in the list. Not its id alone: a session that changes moves to the top. */
export type SessionPlace = Pick<SessionRow, 'at' | 'session'>;

/** The pages of one session. */
export interface PagesRow extends SessionPlace { readonly bot: boolean; readonly views: Readonly<Record<string, number>> }

/** Reading statements for the console. */
export interface ReportStore {
  /** By last change, newest first, then by id; from the one after `after`. */
  recent(limit: number, after?: SessionPlace): readonly SessionRow[];
  detail(session: string): ShardSession | undefined;
  /** Views of each page in each of the latest sessions, in the order of `recent`. */
  pages(limit: number): readonly PagesRow[];
  /** Sessions received since; all of them with 0. */
  sessionsSince(from: EpochMs): number;
}

function rowOf(at: EpochMs, { session, bot, activeMs, pages, exposures, goals, context, cart }: Summary): SessionRow {
  const isBot = bot >= BOT_FROM;
  return {
    session, at, bot: isBot, activeMs, device: context.device, exposures: isBot ? 0 : exposures.filter(isSeen).length, goals: goals.length,
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
    pages: (limit) => sql.exec('SELECT updated_at, summary FROM sessions ORDER BY updated_at DESC, session LIMIT ?', limit).toArray().map((row) => {
      const { session, bot, pages } = JSON.parse(String(row['summary'])) as Summary;
      const views = Object.fromEntries(Object.entries(pages).map(([id, page]) => [id, page.views]));
      return { at: Number(row['updated_at']), session, bot: bot >= BOT_FROM, views };
    }),
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
