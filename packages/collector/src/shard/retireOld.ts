import type { EpochMs, Milliseconds } from '@tactful/protocol';
import type { ShardStores } from './createShardStores.ts';
import { countSession } from './countSession.ts';
import { countVisitor } from './countVisitor.ts';
import { createTally } from './createTally.ts';
import { changes } from './recount.ts';

const HOUR: Milliseconds = 3_600_000, DAY: Milliseconds = 86_400_000;
/** Sessions of one turn: nothing else is done in the object meanwhile. */
const AT_ONCE = 200;
/** For so long the random name of a removed session is known, and a body that is sent again as it was is refused. */
const KNOWN: Milliseconds = 400 * DAY;

/**
 * Removes sessions that were last heard of longer ago than `keep`, at most 200 of them, and whose users visitors without one were. What they added to the rollups stays there, sealed, so that a recount still
 * agrees: of a visitor with newer sessions it is the difference that the old ones made. The caller holds the transaction.
 * @returns when to look again; undefined where nothing is left
 */
export function retireOld(stores: ShardStores, { keep, now }: { readonly keep: Milliseconds; readonly now: EpochMs }): EpochMs | undefined {
  const { sessions, outcomes, rollups, visitors, joins, archive } = stores;
  const old = sessions.lastHeardBefore(now - keep, AT_ONCE);
  const tally = createTally();
  const people = new Set(old.map(({ summary }) => summary.visitor));
  for (const visitor of people) changes(stores, visitor);
  for (const { day, summary } of old) countSession(tally, { day, summary, sign: 1 });
  for (const visitor of people) countVisitor(tally, outcomes.ofVisitor(visitor), 1);
  for (const session of old) {
    archive.touch(session, now, 'gone');
    visitors.retire(session, now);
  }
  for (const visitor of people) joins.retire(visitor, now - keep);
  for (const visitor of people) countVisitor(tally, outcomes.ofVisitor(visitor), -1);
  rollups.seal(tally.rows());
  const signed = joins.sweep(now - keep, AT_ONCE);
  if (old.length === AT_ONCE || signed === 'more') return now;
  const known = visitors.forgetRetired(now - KNOWN);
  const oldest = sessions.oldest();
  if (oldest === undefined) return known || signed === 'later' ? now + DAY : undefined;
  return Math.min(Math.max(oldest + keep, now + HOUR), now + DAY);
}
