import type { Join } from '../profile/ProfileRows.ts';
import type { ShardStores } from './createShardStores.ts';
import { countVisitor } from './countVisitor.ts';
import { createTally } from './createTally.ts';

/** Writes what a visitor's other devices mean, and moves the rollups by the difference; the caller holds the transaction. Of an erased visitor nothing is written. */
export function joinVisitor({ outcomes, joins, rollups, visitors }: ShardStores, join: Join): void {
  const { visitor } = join;
  if (visitors.erased(visitor)) return;
  const tally = createTally();
  countVisitor(tally, outcomes.ofVisitor(visitor), -1);
  joins.put(join);
  countVisitor(tally, outcomes.ofVisitor(visitor), 1);
  rollups.add(tally.rows());
}
