import { parseSummaryEnvelope, type IntakeAnswer, type Summary } from '@tactful/protocol';
import { docs } from '#docs';
import { refuse } from '../answer/refuse.ts';
import { keepKnown, knownOf } from '../intake/keepKnown.ts';
import { markerOf } from '../intake/markerOf.ts';
import { shardOf } from '../intake/shardOf.ts';
import { isLate } from '../intake/timesOf.ts';
import { verifyUserTag } from '../identity/userTag.ts';
import { meetUser } from '../profile/meetUser.ts';
import type { Receipt } from '../shard/ingest.ts';
import { shardStub } from '../shard/shardStub.ts';
import { readFacts } from '../store/readFacts.ts';
import { route } from './route.ts';
import { summariesBody } from './summariesBody.ts';

export const summariesRoute = route<string>({
  method: 'POST', path: '/v1/summaries', who: 'page', body: { as: 'text', schema: docs(summariesBody) },
  docs: docs({
    does: 'Intake: summaries are kept by session, part and highest `seq`; repeating a body changes nothing. One that ended more than 14 days before it was sent is refused (`too_late`). Entries under names that the site never published are left out, and counted as `loss.unknown`. A `user` that was not given to the visitor with their profile is left out, too. What comes from a program that says so in its `User-Agent` counts as automated. Answered once all of it is durable.',
    query: { key: 'public site key' }, answers: [202, 'IntakeAnswer'], errors: ['bad_json', 'bad_version', 'invalid', 'body_too_deep'],
  }),
  async handle(c, text) {
    const now = Date.now();
    const envelope = parseSummaryEnvelope(text);
    if (!envelope.ok) return refuse(c, envelope.code, { path: envelope.path });
    const site = c.get('site');
    const { key, sentAt, sessions } = envelope.value;
    if (key !== site.key) return refuse(c, 'bad_key', { path: 'key' });
    const { currency, goals, controls, halt, names } = await readFacts(c, site);
    const memory = c.get('memory').known;
    const mark = markerOf(c.req.header('user-agent'));
    const publication = `${site.id}/${site.version}`;
    const known = memory.get(publication) ?? memory.put(publication, knownOf(names));

    const rejected: { index: number; code: string; path: string }[] = [];
    const byShard = new Map<number, { index: number; summary: Summary }[]>();
    /** Users of visitors, by the edge's own word in what was taken. */
    const met = new Map<string, { readonly visitor: string; readonly user: string }>();
    for (const [index, parsed] of sessions.entries()) {
      if (!parsed.ok) {
        const [{ code, path } = { code: 'invalid', path: '' }] = parsed.issues;
        rejected.push({ index, code, path });
        continue;
      }
      if (isLate(parsed.value, { now, sentAt })) {
        rejected.push({ index, code: 'too_late', path: 'startedAt' });
        continue;
      }
      const { visitor, user: tag } = parsed.value;
      const user = tag === undefined ? undefined : await verifyUserTag(c.env.SESSION_SECRET, tag, { site: site.id, visitor });
      if (user !== undefined) met.set(visitor + user, { visitor, user });
      const shard = shardOf(visitor, site.shards);
      byShard.set(shard, [...byShard.get(shard) ?? [], { index, summary: mark(keepKnown(parsed.value, { ...known, user })) }]);
    }

    const facts = { goals, controls, ...(currency === undefined ? {} : { currency }) };
    const receipts = (await Promise.all([...byShard].map(async ([shard, rows]) => {
      const got = await shardStub(c.env, site.id, shard).ingest({ site: site.id, hooks: site.hooks, archiveAs: c.env.ARCHIVE && c.env.ARCHIVE_QUEUE && shard, now, sentAt, facts, summaries: rows.map(({ summary }) => summary) });
      return rows.map(({ index }, at) => ({ index, receipt: got[at] as Receipt }));
    }))).flat();

    // Also after a repeat: the first answer may have been lost before this was done.
    await Promise.all([...met.values()].map((one) => meetUser(c.env, site, { ...one, now })));

    const superseded: { index: number; have: number }[] = [];
    for (const { index, receipt } of receipts) {
      if (receipt.kind === 'rejected') rejected.push({ index, code: receipt.code, path: receipt.path });
      if (receipt.kind === 'superseded') superseded.push({ index, have: receipt.have });
    }
    const answer: IntakeAnswer = {
      accepted: sessions.length - rejected.length - superseded.length,
      rejected: rejected.sort((a, b) => a.index - b.index), superseded: superseded.sort((a, b) => a.index - b.index),
      config: site.hash, ...(halt ? { halt: true } : {}),
    };
    return c.json(answer, 202);
  },
});
