import { mergeParts } from '@tactful/protocol';
import type { ShardStores } from './createShardStores.ts';
import { countSession } from './countSession.ts';
import { countVisitor } from './countVisitor.ts';
import { createTally, type CellRow, type Tally } from './createTally.ts';
import { sameJson } from './sameJson.ts';

/** A cell that is not what the rows say. `n`: how much the rows say more; both sums to the last digit, as text. */
export interface Difference extends CellRow { readonly kept: string; readonly counted: string }

/** Rollups as they stand and as the rows say; both lists are empty when nothing was lost or counted twice. */
export interface Recount {
  readonly cells: number;
  readonly sessions: number;
  readonly differences: readonly Difference[];
  /** Sessions whose stored summary is not the merge of their parts. */
  readonly unmerged: readonly string[];
}

/** What the rows of outcomes say, and what erased visitors left. */
function countOutcomes(tally: Tally, { sessions, outcomes, rollups }: ShardStores): void {
  for (const visitor of sessions.visitors()) countVisitor(tally, outcomes.ofVisitor(visitor), 1);
  for (const row of rollups.sealed()) tally.add(row, row.n);
}

/** Puts in place of the rollups what the rows say: a version counts what the one before did not. */
export function rebuild(stores: ShardStores): void {
  const tally = createTally();
  for (const { day, summary } of stores.sessions.each()) countSession(tally, { day, summary, sign: 1 });
  countOutcomes(tally, stores);
  stores.rollups.replace(tally.rows());
}

/** Counts every row anew and compares with the rollups, which only ever moved by differences. Holds one session at a time. */
export function recount(stores: ShardStores): Recount {
  const { sessions, rollups } = stores;
  const counted = createTally(), kept = createTally(), apart = createTally();
  const unmerged: string[] = [];
  let seen = 0;
  for (const { id, day, summary } of sessions.each()) {
    seen++;
    countSession(counted, { day, summary, sign: 1 });
    const parts = sessions.parts(id);
    if (parts.length === 0 || !sameJson(mergeParts(parts), summary)) unmerged.push(summary.session);
  }
  countOutcomes(counted, stores);
  for (const row of rollups.all()) kept.add(row, row.n);
  for (const row of counted.rows()) apart.add(row, row.n);
  for (const row of kept.rows()) apart.add(row, -row.n);
  return {
    cells: kept.rows().length, sessions: seen, unmerged,
    differences: apart.rows().map(({ day, kind, subject, arm, measure, n }) => {
      const cell = { day, kind, subject, arm, measure };
      return { ...cell, n: Number(n), kept: String(kept.at(cell)), counted: String(counted.at(cell)) };
    }),
  };
}
