import type { Join } from '../profile/ProfileRows.ts';
import type { ShardStores } from './createShardStores.ts';
import { countVisitor } from './countVisitor.ts';
import { createTally } from './createTally.ts';
import { changes } from './recount.ts';

/** Writes what a visitor's other devices mean, and moves the rollups by the difference; the caller holds the transaction. Of an erased visitor nothing is written. */
export function joinVisitor(stores: ShardStores, join: Join): void {
  const { outcomes, joins, rollups, visitors } = stores;
  const { visitor } = join;
  if (visitors.erased(visitor)) return;
  changes(stores, visitor);
  const tally = createTally();
  countVisitor(tally, outcomes.ofVisitor(visitor), -1);
  joins.put(join);
  countVisitor(tally, outcomes.ofVisitor(visitor), 1);
  rollups.add(tally.rows());
}
