import type { ShardStores } from './createShardStores.ts';
import { countSession } from './countSession.ts';
import { countVisitor } from './countVisitor.ts';
import { createTally, type CellRow, type ExactRow } from './createTally.ts';

/** Rollups as they stand and as the rows say; `differences` is empty when nothing was lost or counted twice. */
export interface Recount { readonly cells: number; readonly sessions: number; readonly differences: readonly CellRow[] }

const reported = ({ n, ...cell }: ExactRow): CellRow => ({ ...cell, n: Number(n) });

/** Counts every row anew and compares with the rollups, which only ever moved by differences. */
export function recount({ sessions, outcomes, rollups }: ShardStores): Recount {
  const tally = createTally();
  const all = sessions.all();
  for (const { day, summary } of all) countSession(tally, { day, summary, sign: 1 });
  for (const visitor of sessions.visitors()) countVisitor(tally, outcomes.ofVisitor(visitor), 1);
  for (const row of rollups.sealed()) tally.add(row, row.n);
  const kept = rollups.all();
  for (const row of kept) tally.add(row, -row.n);
  return { cells: kept.length, sessions: all.length, differences: tally.rows().map(reported) };
}
