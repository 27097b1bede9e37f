import type { Goal, Summary } from '@tactful/protocol';
import { serverTime } from '../intake/timesOf.ts';
import type { SiteFacts } from '../store/SiteFacts.ts';
import { cartAt } from './cartAt.ts';
import { isSeen } from './isSeen.ts';
import { moneyOf } from './moneyOf.ts';
import type { ExposureRow, GoalRow, VisitorRows } from './VisitorRows.ts';

/** What fixes the times of a session's exposures and goals. */
export interface Receipt {
  readonly sessionId: number;
  /** Nothing is stored of the session yet. */
  readonly isNew: boolean;
  readonly visitor: string;
  readonly skew: number;
  readonly now: number;
  readonly facts: Pick<SiteFacts, 'currency' | 'goals' | 'controls'>;
}

/** Every statement about exposures and goals. */
export interface OutcomeStore {
  /** Writes the session's exposures; `at`, the goal, control's share and what was known before stay as first received: a later body may have had no room for it. Returns how many more messages were seen than before. */
  putExposures(session: Pick<Summary, 'exposures' | 'snapshots'>, receipt: Receipt): number;
  putGoals(goals: readonly Goal[], receipt: Receipt): void;
  /** The ids of a session's exposures, or goals, that are stored. */
  idsOf(sessionId: number, table: 'exposures' | 'goals'): ReadonlySet<string>;
  /** What the visitor counts by. */
  ofVisitor(visitor: string): VisitorRows;
  /** Conversions of the visitor's users that were seen elsewhere, or told by a server. */
  joinedGoals(visitor: string): VisitorRows['joinedGoals'];
}

/** Exposures, and goals, of one visitor that count, the first that were stored: each body of theirs costs as much as these, and one shard serves many visitors. A person has not met a tenth of it. */
const FIRST = 'AND s.human ORDER BY session_id, 1 LIMIT 2000';

const own = <T>(of: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(of, name) ? of[name] : undefined);

export function createOutcomeStore(sql: SqlStorage): OutcomeStore {
  const seen = (sessionId: number): number => (sql.exec('SELECT arm, outcome, reason FROM exposures WHERE session_id = ?', sessionId)
    .toArray() as unknown as ExposureRow[]).filter(isSeen).length;
  const joinedGoals = (visitor: string): VisitorRows['joinedGoals'] => sql.exec('SELECT id, event, mills, lacks, at FROM joined_goals WHERE visitor = ?', visitor).toArray() as unknown as VisitorRows['joinedGoals'];
  return {
    joinedGoals,
    putExposures(session, receipt) {
      if (session.exposures.length === 0) return 0;
      const before = receipt.isNew ? 0 : seen(receipt.sessionId);
      for (const e of session.exposures) {
        const goal = own(receipt.facts.goals, e.campaign);
        const control = own(own(receipt.facts.controls, e.campaign) ?? {}, String(e.version));
        sql.exec(
          `INSERT INTO exposures (session_id, id, visitor, campaign, version, variant, arm, outcome, reason, at, goal_event, goal_within, share, x, helped)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (session_id, id) DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason, helped = excluded.helped`,
          receipt.sessionId, e.id, receipt.visitor, e.campaign, e.version, e.variant, e.arm, e.outcome, e.reason,
          serverTime(e.at, receipt), goal?.event ?? null, goal?.within ?? null, control === undefined ? null : Math.round(control * 1e6), cartAt(session, e), e.helped === undefined ? null : Number(e.helped),
        );
      }
      return Math.max(0, seen(receipt.sessionId) - before);
    },
    putGoals(goals, receipt) {
      for (const goal of goals) {
        const { mills, lacks } = moneyOf(goal, receipt.facts.currency);
        sql.exec(
          `INSERT INTO goals (session_id, id, visitor, event, mills, lacks, at) VALUES (?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (session_id, id) DO NOTHING`,
          receipt.sessionId, goal.id, receipt.visitor, goal.event, mills, lacks, serverTime(goal.at, receipt),
        );
      }
    },
    idsOf: (sessionId, table) => new Set(sql.exec(`SELECT id FROM ${table} WHERE session_id = ?`, sessionId).toArray().map(({ id }) => String(id))),
    ofVisitor(visitor) {
      const days = sql.exec(`SELECT DISTINCT day FROM sessions s WHERE visitor = ? AND s.human`, visitor).toArray().map((row) => String(row['day']));
      const exposures = sql.exec(
        `SELECT e.id, s.day, e.campaign, e.arm, e.outcome, e.reason, e.helped, e.at, e.goal_event AS goalEvent, e.goal_within AS goalWithin, e.share, e.x
         FROM exposures e JOIN sessions s ON s.id = e.session_id WHERE e.visitor = ? ${FIRST}`, visitor,
      ).toArray() as unknown as ExposureRow[];
      const goals = sql.exec(
        `SELECT g.id, s.day, g.event, g.mills, g.lacks, g.at FROM goals g JOIN sessions s ON s.id = g.session_id WHERE g.visitor = ? ${FIRST}`, visitor,
      ).toArray() as unknown as GoalRow[];
      // What happened elsewhere only counts beside what was met here.
      if (exposures.length === 0) return { days, exposures, goals, joinedGoals: [], joined: new Map() };
      const joined = new Map(sql.exec('SELECT campaign, stands FROM joined WHERE visitor = ?', visitor).toArray().map(({ campaign, stands }) => [String(campaign), stands as 'elsewhere' | 'mixed']));
      return { days, exposures, goals, joinedGoals: joinedGoals(visitor), joined };
    },
  };
}
