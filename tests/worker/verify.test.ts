import { afterAll, beforeAll, expect, it } from 'vitest';
import { SHARD_SCHEMA } from '../../packages/collector/src/shard/schema.ts';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, type TestSite } from './harness/makeSite.ts';
import { makeExposure, makeGoal, makeSummary } from './harness/makeSummary.ts';
import { readRows } from './harness/readRows.ts';
import { runScript } from './harness/runScript.ts';
import { sendSummaries } from './harness/sendSummaries.ts';
import { STALL } from './harness/STALL.ts';
import { DEPLOY_TOKEN, startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());

const verify = (...args: string[]) => runScript('verify', args, { TACTFUL_HOST: running.origin, DEPLOY_TOKEN });

async function fill(id: string): Promise<TestSite> {
  const site = await makeSite(running, { id, source: STALL, shards: 1 });
  await sendSummaries(running, site, [1, 2, 3].map((n) => makeSummary({
    visitor: `v${n}`, session: `s${n}`, exposures: [makeExposure({ id: `e${n}` })], snapshots: [{ on: 'exposure', at: 19_000, x: [80] }], goals: [makeGoal({ id: `g${n}` })],
  })));
  return site;
}
async function spoil(id: string, statement: string): Promise<void> {
  const storage = await running.worker.getDurableObjectStorage('SHARD', { name: `${id}/0` });
  await storage.exec(statement);
}

it('says of every site what was compared, and ends well when all agrees', async () => {
  expect(await verify()).toEqual({ code: 0, out: 'no site yet\n', err: '' });
  await fill('first');
  await makeSite(running, { id: 'empty', shards: 3 });
  expect(await verify()).toEqual({ code: 0, err: '', out: 'empty: 0 sessions and 0 sums in 3 shards, all agree\nfirst: 3 sessions and 21 sums in 1 shard, all agree\n' });
  expect(JSON.parse((await verify('--site', 'first', '--json')).out)).toEqual([{ site: 'first', shards: 1, sessions: 3, cells: 21, differences: [], unmerged: [] }]);
});

it.each([
  ['a sum that moved', "UPDATE rollups SET n = n + 2 WHERE kind = 'site' AND measure = 'sessions'", 'site sessions: kept 5, counted 3'],
  ['a sum past one column', "UPDATE rollups SET n3 = 9 WHERE measure LIKE 'mills2:%'", 'campaign stall treatment mills2:31: kept 9000000000000000000007500000000, counted 7500000000'],
  ['a sum of what was known before', "UPDATE rollups SET n = n + 1 WHERE measure = 'xmills:31'", 'campaign stall treatment xmills:31: kept 42300001, counted 42300000'],
  ['a sum that went', "DELETE FROM rollups WHERE measure = 'conversions'", 'campaign stall treatment conversions: kept 0, counted 3'],
  ['a sum of nothing', "INSERT INTO rollups (day, kind, subject, arm, measure, n) VALUES ('2026-01-01', 'signal', 'made-up', '', 'count', 7)", 'signal made-up count: kept 7, counted 0'],
  ['a row that went', "DELETE FROM goals WHERE id = 'g2'", 'site goals: kept 3, counted 2'],
  ['an answer that came', "UPDATE exposures SET helped = 0 WHERE id = 'e1'", 'campaign stall treatment unhelpful: kept 0, counted 1'],
  ['a row that came twice', "INSERT INTO exposures SELECT session_id, id || 'x', visitor, campaign, version, variant, arm, outcome, reason, at, goal_event, goal_within, share, x, helped FROM exposures WHERE id = 'e1'", 'site exposures: kept 3, counted 4'],
])('finds %s', async (name, statement, told) => {
  const id = name.replaceAll(' ', '-');
  await fill(id);
  await spoil(id, statement);
  const { code, out, err } = await verify('--site', id);
  expect([code, err]).toEqual([1, `1 of 1 sites differs from its rows: ${id}\n`]);
  expect(out).toMatch(new RegExp(`^${id}: 3 sessions and \\d+ sums in 1 shard, \\d+ sums? and 0 sessions differ$`, 'm'));
  expect(out).toMatch(new RegExp(`^  shard 0  \\d{4}-\\d\\d-\\d\\d ${told}$`, 'm'));
});

it('finds a session that is not the merge of its parts', async () => {
  await fill('torn');
  await spoil('torn', "UPDATE parts SET summary = json_set(summary, '$.pages.checkout.views', 4) WHERE session_id = (SELECT id FROM sessions WHERE session = 's2')");
  expect(await verify('--site', 'torn')).toEqual({
    code: 1, err: '1 of 1 sites differs from its rows: torn\n',
    out: 'torn: 3 sessions and 21 sums in 1 shard, 0 sums and 1 session differ\n  session s2: not the merge of its parts\n',
  });
  const { code, out, err } = await verify();
  expect([code, err]).toEqual([1, expect.stringMatching(/^9 of 11 sites differ/)]);
  expect(out).toContain('first: 3 sessions and 21 sums in 1 shard, all agree\n');
});

it('says what is not there, and how it is called', async () => {
  expect(await verify('--site', 'nobody')).toMatchObject({ code: 1, out: '', err: expect.stringContaining('not_found: There is no site "nobody".') });
  expect(await verify('--site', '')).toMatchObject({ code: 2, out: '' });
  expect(await verify('first')).toMatchObject({ code: 2, out: '' });
});

it('counts what takes more than one turn while bodies are taken, and so are sums that a new version counts anew', async () => {
  const site = await makeSite(running, { id: 'many', source: STALL, shards: 1 });
  const send = (from: number, seq = 1) => sendSummaries(running, site, Array.from({ length: 45 }, (_, n) => makeSummary({ visitor: `v${from + n}`, session: `s${from + n}`, seq, activeMs: 1_000 * seq, exposures: [makeExposure({ id: `e${from + n}` })] })));
  for (let from = 0; from < 450; from += 45) await send(from);
  const recount = async () => (await callAdmin(running, 'sites/many/recount')).json();
  const [one, other] = await Promise.all([recount(), recount(), ...[0, 135, 405].map((from) => send(from, 2))]);
  const right = { sessions: 450, cells: 9, differences: [], unmerged: [] };
  expect([one, other]).toMatchObject([right, right]);

  await spoil('many', `UPDATE rollups SET measure = 'of-before' WHERE measure = 'sessions'`);
  expect(await recount()).toMatchObject({ differences: [{ n: 450 }, { n: -450 }] });
  await spoil('many', `DELETE FROM migrated WHERE step IN (${SHARD_SCHEMA.flatMap((step, at) => (typeof step === 'string' ? [] : [at])).join(', ')})`);
  await running.worker.evictDurableObject('SHARD', { name: 'many/0' });
  await send(90, 2);
  // Its own alarm sees to it, whoever asks or does not.
  await expect.poll(() => readRows(running, site, { query: "SELECT (SELECT COUNT(*) FROM migrated) AS steps, (SELECT COUNT(*) FROM agenda WHERE task = 'rebuild') AS left", shards: 1 })).toEqual([{ steps: SHARD_SCHEMA.length, left: 0 }]);
  expect(await recount()).toMatchObject(right);
});
