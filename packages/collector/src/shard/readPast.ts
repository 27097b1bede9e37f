import type { Past, PastOrder, PastSession } from '@tactful/learner';
import type { EpochMs, Summary } from '@tactful/protocol';
import { serverTime } from '../intake/timesOf.ts';

/** Which sessions: those last heard of before, the newest of them. */
export interface PastAsk { readonly before: EpochMs; readonly limit: number }

/** Most sessions have no snapshot: of so many for each that is wanted the newest are looked through. */
const LOOKED_THROUGH = 8;
/** Sessions of one visitor, the newest, and of their orders and exposures: more have only those who make them up. */
const OF_VISITOR = 4, ROWS = 400;

/** What visitors did, without who they are: of the newest sessions that told how it was at a moment of decision, by visitor. */
export function readPast(sql: SqlStorage, { before, limit }: PastAsk): readonly Past[] {
  const rows = sql.exec(
    `SELECT id, visitor, skew, updated_at, json_extract(summary, '$.snapshots') AS snapshots FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY visitor ORDER BY updated_at DESC) AS nth FROM (SELECT * FROM sessions WHERE human AND updated_at < ? ORDER BY updated_at DESC LIMIT ?))
     WHERE nth <= ${OF_VISITOR} AND json_array_length(summary, '$.snapshots') > 0 ORDER BY updated_at DESC LIMIT ?`, before, limit * LOOKED_THROUGH, limit,
  ).toArray();
  const visitors = new Map<string, PastSession[]>();
  for (const { id, visitor, skew, updated_at: now, snapshots } of rows) {
    const session = { id: Number(id), snapshots: (JSON.parse(String(snapshots)) as Summary['snapshots']).map(({ at, x }) => ({ at: serverTime(at, { skew: Number(skew), now: Number(now) }), x })) };
    visitors.get(String(visitor))?.push(session) ?? visitors.set(String(visitor), [session]);
  }
  return [...visitors].map(([visitor, sessions]) => ({
    sessions,
    orders: sql.exec(
      `SELECT g.id, g.session_id AS session, g.event, g.mills, g.lacks, g.at FROM goals g JOIN sessions s ON s.id = g.session_id WHERE g.visitor = ?1 AND s.human AND g.event IN ('purchase', 'refund')
       UNION ALL SELECT id, 0, event, mills, lacks, at FROM joined_goals WHERE visitor = ?1 AND event IN ('purchase', 'refund') LIMIT ${ROWS}`, visitor,
    ).toArray() as unknown as PastOrder[],
    // Who met a campaign elsewhere may have been treated there.
    exposures: sql.exec("SELECT arm, at, campaign, outcome, reason, helped FROM exposures WHERE visitor = ?1 UNION ALL SELECT 'treatment', 0, '', '', '', NULL FROM joined WHERE visitor = ?1 LIMIT " + ROWS, visitor).toArray() as unknown as Past['exposures'],
  }));
}
