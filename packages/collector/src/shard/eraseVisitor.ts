import type { EpochMs } from '@tactful/protocol';
import type { ShardStores } from './createShardStores.ts';
import { countSession } from './countSession.ts';
import { countVisitor } from './countVisitor.ts';
import { createTally } from './createTally.ts';
import { changes } from './recount.ts';

/** Erases a visitor's rows for good. What they added to the rollups stays there, sealed, so that a recount still agrees. */
export function eraseVisitor(stores: ShardStores, visitor: string, now: EpochMs): number {
  const { sessions, outcomes, rollups, visitors, archive } = stores;
  changes(stores, visitor);
  const tally = createTally();
  for (const session of sessions.ofVisitor(visitor)) {
    countSession(tally, { day: session.day, summary: session.summary, sign: 1 });
    archive.touch(session, now, 'gone');
  }
  countVisitor(tally, outcomes.ofVisitor(visitor), 1);
  rollups.seal(tally.rows());
  return visitors.erase(visitor, now);
}
