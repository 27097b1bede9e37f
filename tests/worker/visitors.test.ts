import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, SHOP, type TestSite } from './harness/makeSite.ts';
import { makeExposure, makeGoal, makeSummary } from './harness/makeSummary.ts';
import { readRows } from './harness/readRows.ts';
import { sendSummaries } from './harness/sendSummaries.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
let site: TestSite;
beforeAll(async () => {
  running = await startWorker();
  site = await makeSite(running, { id: 'people', source: STALL });
});
afterAll(() => running.close());

const newVisitor = () => {
  const token = randomBytes(32).toString('base64url');
  return { token, visitor: createHash('sha256').update(token).digest('base64url').slice(0, 22) };
};
const me = (method: string, token: string, headers: Record<string, string> = {}) =>
  running.fetch(`/v1/visitors/me?key=${site.key}`, { method, headers: { origin: SHOP, authorization: `Bearer ${token}`, ...headers } });

it('hands the visitor all that is kept of them', async () => {
  const { token, visitor } = newVisitor();
  const summary = makeSummary({ visitor, session: 's1' });
  await sendSummaries(running, site, [summary]);
  const claim = await running.fetch(`/v1/offers/freeship/claims?key=${site.key}`, { method: 'POST', headers: { origin: SHOP }, body: JSON.stringify({ id: 'x'.repeat(20), visitor }) });
  const { code } = await claim.json() as { code: string };
  const response = await me('GET', token);
  expect(response.headers.get('access-control-allow-origin')).toBe(SHOP);
  expect(response.headers.get('vary')).toMatch(/Origin/);
  expect(await response.json()).toEqual({ visitor, sessions: [summary], users: [], codes: [{ offer: 'freeship', code, expiresAt: expect.any(Number) }] });
});

it('erases every row, keeps the sums, and a late replay does not bring them back', async () => {
  const { token, visitor } = newVisitor();
  const summary = makeSummary({ visitor, session: 'gone', exposures: [makeExposure({ id: 'e9' })], goals: [makeGoal({ id: 'g9' })] });
  await sendSummaries(running, site, [summary, makeSummary({ visitor, session: 'gone-2' })]);
  await running.fetch(`/v1/offers/freeship/claims?key=${site.key}`, { method: 'POST', headers: { origin: SHOP }, body: JSON.stringify({ id: 'y'.repeat(20), visitor }) });
  const before = await (await callAdmin(running, 'sites/people/campaigns')).json();

  expect(await (await me('DELETE', token)).json()).toEqual({ erased: 2 });
  expect(await sendSummaries(running, site, [{ ...summary, seq: 99 }])).toMatchObject({ accepted: 0, rejected: [{ index: 0, code: 'erased', path: 'visitor' }] });
  for (const table of ['sessions', 'exposures', 'goals']) expect(await readRows(running, site, { query: `SELECT 1 AS n FROM ${table} WHERE visitor = '${visitor}'` })).toEqual([]);
  expect(await readRows(running, site, { query: `SELECT 1 AS n FROM parts WHERE summary LIKE '%${visitor}%'` })).toEqual([]);
  const late = await running.fetch(`/v1/offers/freeship/claims?key=${site.key}`, { method: 'POST', headers: { origin: SHOP }, body: JSON.stringify({ id: 'z'.repeat(20), visitor }) });
  expect({ status: late.status, body: await late.json() }).toMatchObject({ status: 410, body: { error: { code: 'offer_unavailable' } } });
  expect(await (await me('GET', token)).json()).toEqual({ visitor, sessions: [], users: [], codes: [] });
  expect(await (await callAdmin(running, 'sites/people/campaigns')).json()).toEqual(before);
  expect(await (await callAdmin(running, 'sites/people/recount')).json()).toMatchObject({ differences: [] });
  expect(await (await me('DELETE', token)).json()).toEqual({ erased: 0 });
});

it('knows nobody by their id, or by a token that is none', async () => {
  const { visitor } = newVisitor();
  await sendSummaries(running, site, [makeSummary({ visitor, session: 's3' })]);
  for (const token of [visitor, '', 'x', `${visitor}${visitor}`]) {
    const response = await me('GET', token);
    expect({ status: response.status, body: await response.json() }).toMatchObject({ status: 401, body: { error: { code: 'bad_visitor', message: 'The visitor token is missing or is none.' } } });
  }
  expect(await (await me('DELETE', newVisitor().token)).json()).toEqual({ erased: 0 });
  expect(await readRows(running, site, { query: `SELECT 1 AS n FROM sessions WHERE visitor = '${visitor}'` })).toEqual([{ n: 1 }]);
  expect((await me('DELETE', newVisitor().token, { origin: 'https://evil.example' })).status).toBe(403);
});

it('answers the browser that asks before it sends a token', async () => {
  const ask = (origin: string) => running.fetch(`/v1/visitors/me?key=${site.key}`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'DELETE', 'access-control-request-headers': 'authorization' } });
  const response = await ask(SHOP);
  expect(response.status).toBe(204);
  expect(Object.fromEntries(['origin', 'methods', 'headers'].map((name) => [name, response.headers.get(`access-control-allow-${name}`)]))).toEqual({ origin: SHOP, methods: 'GET, DELETE', headers: 'authorization, content-type, tactful-visitor' });
  expect((await ask('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
});

it('lets the shop export and erase by id with its secret key, and nobody else', async () => {
  const { visitor } = newVisitor();
  await sendSummaries(running, site, [makeSummary({ visitor, session: 's4' })]);
  const call = (method: string, secret: string) => running.fetch(`/v1/visitors/${visitor}`, { method, headers: { authorization: `Bearer ${secret}` } });
  for (const secret of ['', site.key, newVisitor().token, (await makeSite(running, { id: 'stranger' })).secret.replace(/.$/, '!')]) expect((await call('GET', secret)).status).toBe(401);
  expect(await (await call('GET', site.secret)).json()).toMatchObject({ visitor, sessions: [{ session: 's4' }] });
  const other = await makeSite(running, { id: 'neighbor' });
  expect(await (await call('DELETE', other.secret)).json()).toEqual({ erased: 0 });
  expect(await (await call('DELETE', site.secret)).json()).toEqual({ erased: 1 });
  expect(await (await call('GET', site.secret)).json()).toEqual({ visitor, sessions: [], users: [], joined: [], codes: [] });
});
