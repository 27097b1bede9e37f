import { mergeParts, type EpochMs, type Summary } from '@tactful/protocol';
import { skewOf } from '../intake/timesOf.ts';
import type { SiteFacts } from '../store/SiteFacts.ts';
import type { Hook } from '../store/siteStore.ts';
import type { ShardStores } from './createShardStores.ts';
import { BOT_FROM, countSession } from './countSession.ts';
import { countVisitor } from './countVisitor.ts';
import { createTally, type Tally } from './createTally.ts';
import { eventsOf } from './eventsOf.ts';
import { keepFew } from './keepFew.ts';
import { changes } from './recount.ts';

/** Summaries of one body that belong to one shard, in the order sent. */
export interface Batch {
  readonly now: EpochMs;
  /** When the device says that it sent them, by the clock that their times are told by. */
  readonly sentAt: EpochMs;
  readonly facts: Pick<SiteFacts, 'currency' | 'goals' | 'controls'>;
  readonly summaries: readonly Summary[];
  /** Who is told of messages and conversions. */
  readonly hooks: readonly Hook[];
  /** Which shard this is, where there is an archive. */
  readonly archiveAs?: number | undefined;
}

export type Receipt =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'superseded'; readonly have: number }
  | { readonly kind: 'rejected'; readonly code: string; readonly path: string };

/** Tabs that one session may have had; a device has no use for more. */
const PARTS_PER_SESSION = 50;
/** Three a day for a year. Every body of a visitor costs as much as all of their exposures and goals, and one shard serves many visitors. */
const SESSIONS_PER_VISITOR = 1_000;
const ACCEPTED: Receipt = { kind: 'accepted' };
const refused = (code: string, path: string): { readonly receipt: Receipt; readonly exposures: 0 } => ({ receipt: { kind: 'rejected', code, path }, exposures: 0 });

/** What a batch changes in the rollups. */
interface Change {
  readonly tally: Tally;
  /** Takes out what a visitor contributed before the batch, the first time. @param isNew has no session: contributed nothing */
  touch(visitor: string, isNew: boolean): void;
}

/**
 * Stores one summary: the highest `seq` of each part, the merge of the parts, and the difference it makes to the rollups. The
 * caller holds the transaction. A repeat changes nothing.
 */
function put({ sessions, outcomes, outbox, archive }: ShardStores, summary: Summary, { now, sentAt, facts, hooks, archiveAs }: Batch, { tally, touch }: Change): { readonly receipt: Receipt; readonly exposures: number } {
  const { visitor, session } = summary;
  const { stored, have, erased, retired, sessions: others } = sessions.standing(summary);
  if (erased) return refused('erased', 'visitor');
  if (have !== null && have >= summary.seq) {
    return { receipt: have === summary.seq ? ACCEPTED : { kind: 'superseded', have }, exposures: 0 };
  }
  if (stored && have === null && sessions.parts(stored.id).length >= PARTS_PER_SESSION) return refused('too_many', 'part');
  if (!stored && retired) return refused('too_late', 'session');
  if (!stored && others >= SESSIONS_PER_VISITOR) return refused('too_many', 'session');

  touch(visitor, others === 0);
  if (stored) countSession(tally, { day: stored.day, summary: stored.summary, sign: -1 });
  const day = stored?.day ?? new Date(now).toISOString().slice(0, 10);
  // Each body's own: another tab, or a shop's pixel, may tell time by another clock. What was received before keeps its time.
  const skew = skewOf(summary, { now, sentAt });
  const begun = stored ? undefined : mergeParts([summary]);
  const id = stored?.id ?? sessions.create({ visitor, session, day, skew, now, summary: begun! });
  sessions.putPart(id, stored ? keepFew(summary, outcomes, id) : summary);
  const merged = begun ?? mergeParts(sessions.parts(id));
  if (stored) sessions.update(id, { summary: merged, now });
  if (archiveAs !== undefined) archive.touch({ id, day }, now);
  const receipt = { sessionId: id, isNew: !stored, visitor, skew, now, facts };
  const seen = outcomes.putExposures(merged, receipt);
  outcomes.putGoals(merged.goals, receipt);
  countSession(tally, { day, summary: merged, sign: 1 });
  for (const told of hooks.length > 0 ? eventsOf(stored?.summary, merged) : []) {
    for (const hook of hooks.filter(({ events }) => events.includes(told.kind))) outbox.put(hook.id, { ...told, session: id }, now);
  }
  return { receipt: ACCEPTED, exposures: merged.bot < BOT_FROM ? seen : 0 };
}

/** Stores a batch; run it inside one transaction, so that all of it is there or nothing. Each visitor is counted once, however many summaries tell of them. */
export function ingest(stores: ShardStores, batch: Batch): readonly Receipt[] {
  const { outcomes, rollups, activity, archive } = stores;
  if (batch.archiveAs === undefined) archive.end();
  else archive.begin(batch.archiveAs, batch.now);
  const tally = createTally();
  const touched = new Set<string>();
  const touch: Change['touch'] = (visitor, isNew) => {
    if (touched.has(visitor)) return;
    changes(stores, visitor);
    if (!isNew) countVisitor(tally, outcomes.ofVisitor(visitor), -1);
    touched.add(visitor);
  };
  const results = batch.summaries.map((summary) => put(stores, summary, batch, { tally, touch }));
  for (const visitor of touched) countVisitor(tally, outcomes.ofVisitor(visitor), 1);
  rollups.add(tally.rows());
  const accepted = results.filter(({ receipt }) => receipt.kind === 'accepted').length;
  const exposures = results.reduce((sum, result) => sum + result.exposures, 0);
  if (accepted > 0) activity.summaries(batch.now, { summaries: accepted, exposures });
  return results.map(({ receipt }) => receipt);
}
