import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, SHOP, type TestSite } from './harness/makeSite.ts';
import { makeExposure, makeGoal, makeSummary } from './harness/makeSummary.ts';
import { readRows } from './harness/readRows.ts';
import { sendSummaries } from './harness/sendSummaries.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';
import { addKey, profileOf } from './identity/signed.ts';

const DAY = 86_400_000;
let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());

const shards = 1;
const rows = (site: TestSite, query: string) => readRows(running, site, { query, shards });
const keep = (site: TestSite, days: number) => callAdmin(running, `sites/${site.id}/retention`, { method: 'PUT', body: { days } });
const told = async (site: TestSite, path: string): Promise<unknown> => (await callAdmin(running, `sites/${site.id}/${path}`)).json();
/** As if these sessions had been heard of so many days before. */
const age = (site: TestSite, sessions: readonly string[], days: number) =>
  rows(site, `UPDATE sessions SET updated_at = updated_at - ${days * DAY} WHERE session IN (${sessions.map((id) => `'${id}'`).join(', ')})`);
/** The alarm has done its work. */
const settled = (site: TestSite, left: readonly string[]) => vi.waitFor(async () => {
  expect((await rows(site, 'SELECT session FROM sessions ORDER BY session')).map(({ session }) => session)).toEqual([...left].sort());
}, { timeout: 20_000 });
const TABLES = ['sessions', 'parts', 'exposures', 'goals'];

it('removes what is older than the site keeps, keeps the sums, and does not count it again', async () => {
  const site = await makeSite(running, { id: 'old', source: STALL, shards });
  const first = makeSummary({ visitor: 'v1', session: 'first', exposures: [makeExposure({ id: 'e1' })], goals: [makeGoal({ id: 'g1' })] });
  const second = makeSummary({ visitor: 'v1', session: 'second', exposures: [makeExposure({ id: 'e2', at: 30_000 })], goals: [makeGoal({ id: 'g2', value: 70 })] });
  await sendSummaries(running, site, [first, second, makeSummary({ visitor: 'v2', session: 'other', goals: [makeGoal({ id: 'g3' })] })]);
  const before = await told(site, 'campaigns');
  await age(site, ['first', 'other'], 41);
  expect(await told(site, 'retention')).toEqual({ days: 395 });
  expect(await (await keep(site, 40)).json()).toEqual({ days: 40 });
  await settled(site, ['second']);
  for (const table of TABLES) expect([table, await rows(site, `SELECT COUNT(*) AS n FROM ${table}`)]).toEqual([table, [{ n: 1 }]]);
  expect(await told(site, 'campaigns')).toEqual(before);
  expect(await told(site, 'recount')).toMatchObject({ sessions: 1, differences: [], unmerged: [] });
  expect(await told(site, 'retention')).toEqual({ days: 40 });

  // As it was, or with more: it counted once.
  expect(await sendSummaries(running, site, [first, { ...first, seq: 9, activeMs: 41_000 }])).toMatchObject({
    accepted: 0, rejected: [{ index: 0, code: 'too_late', path: 'session' }, { index: 1, code: 'too_late', path: 'session' }],
  });
  expect(await sendSummaries(running, site, [{ ...second, seq: 2, goals: [...second.goals, makeGoal({ id: 'g4' })] }])).toMatchObject({ accepted: 1 });
  expect(await told(site, 'recount')).toMatchObject({ sessions: 1, differences: [], unmerged: [] });
});

it('goes on where the platform gave an alarm up', async () => {
  const site = await makeSite(running, { id: 'lost', source: STALL, shards });
  await sendSummaries(running, site, [makeSummary({ visitor: 'v1', session: 'first' })]);
  await age(site, ['first'], 400);
  // Due for long, and no alarm comes: the one that is set is tomorrow's.
  await rows(site, 'UPDATE agenda SET at = 1');
  await running.worker.evictDurableObject('SHARD', { name: `${site.id}/0` });
  await told(site, 'recount');
  await settled(site, []);
});

it('forgets whose users visitors were who never came, and what was joined to them', async () => {
  const site = await makeSite(running, { id: 'never', source: STALL, shards });
  const { key } = await addKey(running, site);
  for (const visitor of ['never', 'lately', 'comes']) await profileOf(running, site, { key, user: 'u-1', visitor });
  // Planned by that alone, without any summary.
  expect(await rows(site, "SELECT site FROM agenda WHERE task = 'retention'")).toEqual([{ site: 'never' }]);
  await sendSummaries(running, site, [makeSummary({ visitor: 'comes', session: 's1' })]);
  await rows(site, `UPDATE users SET at = at - ${41 * DAY} WHERE visitor <> 'lately'`);
  for (const visitor of ['never', 'comes']) await rows(site, `INSERT INTO joined (visitor, campaign, stands) VALUES ('${visitor}', 'stall', 'elsewhere')`);
  await keep(site, 40);
  await vi.waitFor(async () => expect(await rows(site, 'SELECT visitor FROM users ORDER BY visitor')).toEqual([{ visitor: 'comes' }, { visitor: 'lately' }]), { timeout: 20_000 });
  expect(await rows(site, 'SELECT visitor FROM joined')).toEqual([{ visitor: 'comes' }]);
});

it('agrees with a recount whichever sessions of whom are removed, and whatever comes after', async () => {
  const site = await makeSite(running, { id: 'any', source: STALL, shards });
  const draw = fc.record({ visitor: fc.integer({ min: 0, max: 5 }), arm: fc.constantFrom('treatment', 'control', 'shadow'), exposed: fc.boolean(), value: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }), bot: fc.constantFrom(0, 0, 0, 1), old: fc.boolean() });
  let sent = 0;
  let kept: string[] = [];
  for (const visits of fc.sample(fc.array(draw, { minLength: 8, maxLength: 14 }), { numRuns: 6, seed: 7 })) {
    const batch = visits.map(({ visitor, arm, exposed, value, bot }) => {
      const n = sent++;
      return makeSummary({
        visitor: `v${visitor}`, session: `s${n}`, bot, signals: { 'save-workflow': { count: 1 + n, longestRun: 1 } }, gates: { stall: { page: 1 } },
        exposures: exposed ? [makeExposure({ id: `e${n}`, arm: arm as 'treatment', at: 20_000 + n })] : [], goals: value === undefined ? [] : [makeGoal({ id: `g${n % 9}`, value, at: 50_000 + n })],
      });
    });
    await sendSummaries(running, site, batch);
    const before = await told(site, 'campaigns');
    const old = batch.filter((_one, at) => visits[at]!.old).map(({ session }) => session);
    kept = [...kept, ...batch.map(({ session }) => session)].filter((session) => !old.includes(session));
    await age(site, old, 31);
    await keep(site, 30);
    await settled(site, kept);
    expect(await told(site, 'campaigns')).toEqual(before);
    expect(await told(site, 'recount')).toMatchObject({ differences: [], unmerged: [] });
  }
});

it('removes more than fits in one turn', async () => {
  const site = await makeSite(running, { id: 'much', shards });
  const many = Array.from({ length: 460 }, (_, n) => makeSummary({ visitor: `v${n % 50}`, session: `s${n}` }));
  for (let from = 0; from < many.length; from += 46) await sendSummaries(running, site, many.slice(from, from + 46));
  await age(site, many.slice(0, 450).map(({ session }) => session), 40);
  await keep(site, 30);
  await settled(site, many.slice(450).map(({ session }) => session));
  expect(await told(site, 'recount')).toMatchObject({ sessions: 10, differences: [], unmerged: [] });
});

it('removes requests of that age, too, without a trace in the rows, and who asked a day ago', async () => {
  const site = await makeSite(running, { id: 'asked', shards });
  for (const id of ['request-of-long-ago-1', 'request-of-today-0002']) {
    await running.fetch(`/v1/requests?key=${site.key}`, { method: 'POST', headers: { origin: SHOP, 'cf-connecting-ip': '198.51.100.7' }, body: JSON.stringify({ id, name: 'Ada', contact: 'ada@example.com', text: 'Hello', locale: 'en' }) });
  }
  const desk = await running.worker.getDurableObjectStorage('DESK', { name: site.id });
  await desk.exec(`UPDATE requests SET at = at - ${31 * DAY} WHERE id = 'request-of-long-ago-1'`);
  await desk.exec(`INSERT INTO prefixes SELECT 'of-yesterday', minute - ${DAY + 120_000}, n FROM prefixes`);
  await keep(site, 30);
  await vi.waitFor(async () => expect(await desk.exec('SELECT id FROM requests')).toEqual([{ id: 'request-of-today-0002' }]), { timeout: 20_000 });
  expect(await desk.exec('SELECT prefix FROM prefixes')).toEqual([{ prefix: expect.stringMatching(/==$/) }]);
});

it.each([29, 1_826, 30.5, '60', null])('refuses %j days', async (days) => {
  const site = { id: 'old' } as TestSite;
  const response = await keep(site, days as number);
  expect({ status: response.status, body: await response.json() }).toMatchObject({ status: 422, body: { error: { code: 'invalid', path: 'days' } } });
});
