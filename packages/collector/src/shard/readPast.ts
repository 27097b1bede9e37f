import type { Past, PastOrder } from '@tactful/learner';
import type { EpochMs, Summary } from '@tactful/protocol';
import { serverTime } from '../intake/timesOf.ts';

/** Which sessions: those last heard of before, the newest of them; of a campaign those alone in which a visitor met it first, for how often they came since is what it may have changed. */
export interface PastAsk { readonly before: EpochMs; readonly limit: number; readonly campaign?: string }

/** Most sessions have no snapshot: of so many for each that is wanted the newest are looked through. */
const LOOKED_THROUGH = 8;
/** Sessions of one visitor, the newest; their newest orders; and what they met, each arm of a campaign once: more have only those who make them up. */
const OF_VISITOR = 4, ROWS = 400;

interface Row { readonly id: number; readonly visitor: string; readonly skew: number; readonly updated_at: EpochMs; readonly snapshots: string; readonly met: EpochMs | null }

/** What visitors did, without who they are: of the newest sessions that told how it was at a moment of decision, by visitor. */
export function readPast(sql: SqlStorage, { before, limit, campaign = '' }: PastAsk): readonly Past[] {
  const rows = sql.exec(
    `SELECT id, visitor, skew, updated_at, json_extract(summary, '$.snapshots') AS snapshots, (SELECT MIN(at) FROM exposures WHERE session_id = s.id) AS met
     FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY visitor ORDER BY updated_at DESC) AS nth FROM (SELECT * FROM sessions WHERE human AND updated_at < ?1 ORDER BY updated_at DESC LIMIT ?2) r
       WHERE ?4 = '' OR id = (SELECT e.session_id FROM exposures e JOIN sessions h ON h.id = e.session_id WHERE e.visitor = r.visitor AND h.human AND e.campaign = ?4 AND e.arm <> 'shadow' ORDER BY e.at LIMIT 1)) s
     WHERE nth <= ${OF_VISITOR} AND json_array_length(summary, '$.snapshots') > 0 ORDER BY updated_at DESC LIMIT ?3`, before, limit * LOOKED_THROUGH, limit, campaign,
  ).toArray() as unknown as readonly Row[];
  return [...Map.groupBy(rows, ({ visitor }) => visitor)].map(([visitor, own]) => ({
    sessions: own.map(({ id, skew, updated_at: now, snapshots, met }) => ({
      id,
      // What was known at the first exposure is of that very moment, though another body, which was on its way for another time, may have told of it.
      snapshots: (JSON.parse(snapshots) as Summary['snapshots']).map(({ on, at, x }) => ({ at: on === 'exposure' && met || serverTime(at, { skew, now }), x })),
    })),
    orders: sql.exec(
      `SELECT g.id, g.session_id AS session, g.event, g.mills, g.lacks, g.at AS at FROM goals g JOIN sessions s ON s.id = g.session_id WHERE g.visitor = ?1 AND s.human AND g.event IN ('purchase', 'refund')
       UNION ALL SELECT id, 0, event, mills, lacks, at FROM joined_goals WHERE visitor = ?1 AND event IN ('purchase', 'refund') ORDER BY at DESC LIMIT ${ROWS}`, visitor,
    ).toArray() as unknown as PastOrder[],
    // Of an arm the row of its first exposure. Who met a campaign elsewhere may have been treated there.
    exposures: sql.exec(
      `SELECT e.arm, MIN(e.at) AS at, e.campaign, e.outcome, e.reason, e.helped FROM exposures e JOIN sessions s ON s.id = e.session_id WHERE e.visitor = ?1 AND s.human GROUP BY e.campaign, e.arm
       UNION ALL SELECT 'treatment', 0, campaign, '', '', NULL FROM joined WHERE visitor = ?1 ORDER BY at LIMIT ${ROWS}`, visitor,
    ).toArray() as unknown as Past['exposures'],
  }));
}
