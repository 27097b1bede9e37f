import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, type TestSite } from './harness/makeSite.ts';
import { makeExposure, makeGoal, makeSummary } from './harness/makeSummary.ts';
import { readRows } from './harness/readRows.ts';
import { sendSummaries } from './harness/sendSummaries.ts';
import { startBound } from './harness/startBound.ts';
import { STALL } from './harness/STALL.ts';
import type { RunningWorker } from './harness/startWorker.ts';

interface Bucket {
  list(how: object): Promise<{ objects: { key: string }[] }>;
  get(key: string): Promise<{ text(): Promise<string>; httpMetadata: { contentType: string } } | null>;
}
let running: RunningWorker;
let bucket: Bucket;
let site: TestSite;
let sites = 0;
beforeAll(async () => {
  // Each note by itself: nobody waits for more.
  running = await startBound((written) => written.replace('max_batch_size = 10', 'max_batch_size = 1'));
  bucket = ((await running.worker.getEnv()) as unknown as { ARCHIVE: Bucket }).ARCHIVE;
});
beforeEach(async () => { site = await makeSite(running, { id: `kept-${sites++}`, source: STALL, shards: 1 }); });
afterAll(() => running.close());

const today = new Date().toISOString().slice(0, 10);
/** Everything that the archive holds of the site: the name of each object, and its lines. */
async function archived(): Promise<Record<string, Record<string, unknown>[]>> {
  const { objects } = await bucket.list({ prefix: `${site.id}/` });
  return Object.fromEntries(await Promise.all(objects.map(async ({ key }) => [key, (await (await bucket.get(key))!.text()).trimEnd().split('\n').map((line) => JSON.parse(line))] as const)));
}
const sessions = async (): Promise<string[]> => Object.values(await archived()).flat().map(({ session }) => String(session)).sort();
const holds = (expected: readonly string[]): Promise<void> => vi.waitFor(async () => expect(await sessions()).toEqual(expected), { timeout: 20_000 });
/** Nothing waits: all that was marked was written. */
const settled = (): Promise<void> => vi.waitFor(async () => expect(await readRows(running, site, { query: "SELECT day FROM archive WHERE day <> ''", shards: 1 })).toEqual([]), { timeout: 20_000 });
const erase = (visitor: string) => running.fetch(`/v1/visitors/${visitor}`, { method: 'DELETE', headers: { authorization: `Bearer ${site.secret}` } });
/** Changes are gathered for a minute; what leaves goes at once, and takes along what is due by then: here all, with a visitor who comes and goes. */
async function hurry(): Promise<void> {
  await sendSummaries(running, site, [makeSummary({ visitor: 'passing', session: 'of-passing' })]);
  await readRows(running, site, { query: `UPDATE archive SET due_at = ${Date.now()} WHERE day <> ''`, shards: 1 });
  await erase('passing');
}
const whole = makeSummary({ visitor: 'v1', session: 's1', exposures: [makeExposure({ id: 'e1' })], goals: [makeGoal({ id: 'g1' })] });

it('keeps each session as its summaries make it, once, in an object of its day', async () => {
  await sendSummaries(running, site, [whole, makeSummary({ visitor: 'v2', session: 's2' }), makeSummary({ visitor: 'v3', session: 's3' })]);
  await sendSummaries(running, site, [{ ...whole, seq: 2, activeMs: 50_000 }, { ...whole, part: 'p2', activeMs: 1_000 }]);
  await hurry();
  await holds(['s1', 's2', 's3']);
  await settled();
  const objects = await archived();
  const { summary } = await (await callAdmin(running, `sites/${site.id}/sessions/s1`)).json() as { summary: object };
  expect(Object.values(objects).flat().find(({ session }) => session === 's1')).toEqual({ day: today, receivedAt: expect.any(Number), updatedAt: expect.any(Number), ...summary });
  for (const key of Object.keys(objects)) expect(key).toMatch(new RegExp(`^${site.id}/${today}/000-000000\\.ndjson$`));
  expect((await bucket.get(Object.keys(objects)[0]!))!.httpMetadata).toMatchObject({ contentType: 'application/x-ndjson' });
});

it('is written anew without whom erases themselves, and an object that holds nobody goes', async () => {
  await sendSummaries(running, site, [whole, makeSummary({ visitor: 'v1', session: 's9' }), makeSummary({ visitor: 'v2', session: 's2' })]);
  await hurry();
  await holds(['s1', 's2', 's9']);
  await erase('v1');
  await holds(['s2']);
  expect(JSON.stringify(await archived())).not.toMatch(/v1|s1|s9|g1/);
  await erase('v2');
  await vi.waitFor(async () => expect(await archived()).toEqual({}), { timeout: 20_000 });
  await settled();
});

it('lets go of what is older than the site keeps', async () => {
  await sendSummaries(running, site, [whole, makeSummary({ visitor: 'v2', session: 's2' })]);
  await hurry();
  await holds(['s1', 's2']);
  await readRows(running, site, { query: `UPDATE sessions SET updated_at = updated_at - ${31 * 86_400_000} WHERE session = 's1'`, shards: 1 });
  await callAdmin(running, `sites/${site.id}/retention`, { method: 'PUT', body: { days: 30 } });
  await holds(['s2']);
});

it('marks in the shard what it acknowledges, until the archive has it: a note that the queue loses is made again', async () => {
  await sendSummaries(running, site, [whole]);
  const marks = await readRows(running, site, { query: "SELECT day, block FROM archive WHERE day <> ''", shards: 1 });
  expect(marks).toEqual([{ day: today, block: 0 }]);
  // As after a note that was sent and never came; then the hour is over.
  await readRows(running, site, { query: `UPDATE archive SET due_at = ${Date.now() + 3_600_000} WHERE day <> ''`, shards: 1 });
  expect(await archived()).toEqual({});
  await hurry();
  await holds(['s1']);
  await settled();
});

it('takes in what was stored before there was an archive', async () => {
  await sendSummaries(running, site, [whole]);
  await readRows(running, site, { query: 'DELETE FROM archive', shards: 1 });
  await running.worker.evictDurableObject('SHARD', { name: `${site.id}/0` });
  await hurry();
  await holds(['s1']);
});
