import type { Tally } from './createTally.ts';
import { isImpression } from './isImpression.ts';
import { isSeen } from './isSeen.ts';
import { valueClass } from './valueClass.ts';
import type { ExposureRow, GoalRow, VisitorRows } from './VisitorRows.ts';

const earlier = (a: { at: number; id: string; day: string }, b: { at: number; id: string; day: string }): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) || (a.day < b.day ? -1 : 1);

/** A purchase seen twice is one: of goals with the same id the earliest counts. */
function distinct(goals: readonly GoalRow[]): readonly GoalRow[] {
  const byId = new Map<string, GoalRow>();
  for (const goal of [...goals].sort(earlier)) if (!byId.has(goal.id)) byId.set(goal.id, goal);
  return [...byId.values()];
}

/** Which arm the visitor counts in: one arm, or `mixed` for who met treatment and control, be it on two devices. */
function armsOf(exposures: readonly ExposureRow[], mixed: boolean): ReadonlyMap<string, readonly ExposureRow[]> {
  const arms = Map.groupBy(exposures, ({ arm }) => (mixed && arm !== 'shadow' ? 'mixed' : arm));
  const treated = arms.get('treatment');
  const control = arms.get('control');
  if (!treated || !control) return arms;
  arms.delete('treatment');
  arms.delete('control');
  return arms.set('mixed', [...treated, ...control]);
}

/**
 * Adds what one visitor contributes: days visited, messages seen, goals, and per campaign and arm the visitor, the outcomes and what
 * followed the first exposure within the goal's time (one conversion, all value). Who is the same user on several devices is one visitor of a
 * campaign, where they met it first, with the conversions of all. `sign` −1 takes it out again.
 */
export function countVisitor(tally: Tally, { days, exposures, goals, joinedGoals, joined }: VisitorRows, sign: 1 | -1): void {
  const site = (day: string, measure: string, n = 1): void => tally.add({ day, kind: 'site', subject: '', arm: '', measure }, sign * n);
  for (const day of new Set(days)) site(day, 'visitors');
  const counted = distinct(goals);
  for (const { day, event, lacks } of counted) {
    site(day, 'goals');
    if (event !== 'purchase') continue;
    site(day, 'purchases');
    if (lacks) site(day, `purchases:${lacks}`);
  }
  const followed = distinct([...goals, ...joinedGoals.map((goal) => ({ ...goal, day: '' }))]);

  for (const [campaign, rows] of Map.groupBy(exposures, (row) => row.campaign)) {
    const count = (day: string, arm: string, measure: string, n = 1n): void =>
      tally.add({ day, kind: 'campaign', subject: campaign, arm, measure }, BigInt(sign) * n);
    for (const row of rows) {
      count(row.day, row.arm, 'exposures');
      if (isImpression(row)) count(row.day, row.arm, 'impressions');
      if (isSeen(row)) site(row.day, 'exposures');
      count(row.day, row.arm, `outcome:${row.outcome}`);
      if (row.reason === 'opt_out') count(row.day, row.arm, 'optOuts');
      if (row.helped !== null) count(row.day, row.arm, row.helped ? 'helped' : 'unhelpful');
    }
    const stands = joined.get(campaign);
    for (const [arm, met] of armsOf(rows, stands === 'mixed')) {
      if (stands === 'elsewhere' && arm !== 'shadow') continue;
      const first = [...met].sort(earlier)[0] as ExposureRow;
      count(first.day, arm, 'visitors');
      const { goalEvent, goalWithin, share } = first;
      const x = BigInt(first.x);
      if (share !== null) count(first.day, arm, `drawn:${share}`);
      if (x > 0n) {
        count(first.day, arm, 'x', x);
        count(first.day, arm, 'x2', x * x);
      }
      if (goalEvent === null || goalWithin === null) continue;
      const after = followed.filter(({ at }) => at >= first.at && at <= first.at + goalWithin);
      const reached = after.filter(({ event }) => event === goalEvent || (event === 'refund' && goalEvent === 'purchase'));
      if (reached.some(({ event }) => event === goalEvent)) {
        count(first.day, arm, 'conversions');
        count(first.day, arm, 'xy', x);
      }
      const mills = reached.reduce((sum, goal) => sum + BigInt(goal.mills), 0n);
      const among = valueClass(mills, reached);
      if (among === '') continue;
      count(first.day, arm, `buyers:${among}`);
      count(first.day, arm, `mills:${among}`, mills);
      count(first.day, arm, `mills2:${among}`, mills * mills);
      count(first.day, arm, `x:${among}`, x);
      count(first.day, arm, `x2:${among}`, x * x);
      count(first.day, arm, `xmills:${among}`, x * mills);
    }
  }
}
