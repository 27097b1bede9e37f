import { LIMITS } from '@tactful/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, SHOP, type TestSite } from './harness/makeSite.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
let site: TestSite;
beforeAll(async () => {
  running = await startWorker();
  site = await makeSite(running, { id: 'desk' });
});
afterAll(() => running.close());

const ID = 'request-0123456789abcdef';
const REQUEST = {
  id: ID, name: 'Ada', contact: 'ada@example.com', text: '=1+1 <script>alert(1)</script>', locale: 'en', campaign: 'struggle',
  shared: { pages: { workflow: { views: 2, activeMs: 190_000 } }, cart: { items: 0 }, errors: 1, formErrors: 3, tried: ['struggle'] },
};
const send = (body: unknown, origin = SHOP) => running.fetch(`/v1/requests?key=${site.key}`, { method: 'POST', headers: { origin, 'content-type': 'text/plain' }, body: JSON.stringify(body) });
const list = async () => await (await callAdmin(running, 'sites/desk/requests')).json() as Record<string, unknown>[];

it('files a request once, as given, and staff answer it once', async () => {
  expect((await send(REQUEST)).status).toBe(202);
  const again = await send({ ...REQUEST, text: 'changed' });
  expect({ status: again.status, body: await again.json() }).toEqual({ status: 202, body: { id: ID } });
  expect(await list()).toEqual([{ ...REQUEST, at: expect.any(Number), status: 'open' }]);

  const answer = () => callAdmin(running, `sites/desk/requests/${ID}/answer`, { method: 'POST' });
  const first = await (await answer()).json();
  expect(first).toEqual({ ...REQUEST, at: expect.any(Number), status: 'answered', answeredBy: 'deploy', answeredAt: expect.any(Number) });
  expect(await (await answer()).json()).toEqual(first);
  expect((await callAdmin(running, 'sites/desk/requests/nothing/answer', { method: 'POST' })).status).toBe(404);
});

it.each([
  ['no contact', { ...REQUEST, contact: '' }, 'contact'], ['a guessable id', { ...REQUEST, id: '1' }, 'id'], ['a long text', { ...REQUEST, text: 'x'.repeat(LIMITS.requestChars + 1) }, 'text'],
  ['an address in what is shared', { ...REQUEST, shared: { ...REQUEST.shared, pages: { 'https://x/?t=1': { views: 1, activeMs: 1 } } } }, 'shared.pages.https://x/?t=1'],
  ['an unknown key', { ...REQUEST, url: 'https://x' }, 'url'],
])('refuses %s', async (_name, body, path) => {
  const response = await send({ ...body, id: body.id === ID ? 'another-0123456789abcdef' : body.id });
  expect({ status: response.status, body: await response.json() }).toMatchObject({ status: 422, body: { error: { code: 'invalid', path } } });
  expect((await list()).map(({ id }) => id)).toEqual([ID]);
});

it('refuses a foreign origin', async () => {
  expect((await send({ ...REQUEST, id: 'foreign-0123456789abcdef' }, 'https://evil.example')).status).toBe(403);
});

it('tells a flood to come back, and loses none of what it took', async () => {
  const flood = await makeSite(running, { id: 'flood' });
  const statuses = await Promise.all(Array.from({ length: 130 }, async (_, n) => {
    const response = await running.fetch(`/v1/requests?key=${flood.key}`, { method: 'POST', headers: { origin: SHOP, 'cf-connecting-ip': `198.51.${n}.1` }, body: JSON.stringify({ ...REQUEST, id: `flood-${String(n).padStart(20, '0')}` }) });
    return `${response.status} ${response.headers.get('retry-after') ?? ''}`;
  }));
  expect(Object.fromEntries([...Map.groupBy(statuses, (status) => status)].map(([status, rows]) => [status, rows.length]))).toEqual({ '202 ': 120, '429 60': 10 });
  expect(await (await callAdmin(running, 'sites/flood/requests')).json()).toHaveLength(120);
});

const ask = (key: string, { id, address }: { readonly id: string; readonly address: string }) => running.fetch(`/v1/requests?key=${key}`, {
  method: 'POST', headers: { origin: SHOP, 'cf-connecting-ip': address }, body: JSON.stringify({ ...REQUEST, id }),
});

it.each([
  ['IPv4', (n: number) => `203.0.113.${n}`, '198.51.100.7'], ['IPv6', (n: number) => `2001:db8:1:${n.toString(16)}::1`, '2001:db8:2::1'],
])('one %s network fills no desk: others are still heard', async (name, address, other) => {
  const site = await makeSite(running, { id: `quota-${name.toLowerCase()}` });
  const statuses = [];
  for (let n = 0; n < 130; n++) statuses.push((await ask(site.key, { id: `script-${String(n).padStart(16, '0')}`, address: address(n) })).status);
  const taken = statuses.filter((status) => status === 202).length;
  expect(taken).toBe(20);
  expect(statuses.filter((status) => status === 429)).toHaveLength(110);
  expect((await ask(site.key, { id: 'genuine-0123456789', address: other })).status).toBe(202);
  // What was taken before is known, flood or not.
  expect((await ask(site.key, { id: 'script-0000000000000000', address: address(1) })).status).toBe(202);
  const desk = await running.worker.getDurableObjectStorage('DESK', { name: site.id });
  const kept = await desk.exec('SELECT prefix, n FROM prefixes ORDER BY n') as { prefix: string; n: number }[];
  expect(kept.reduce((sum, { n }) => sum + n, 0)).toBe(21);
  for (const { prefix } of kept) expect(prefix).toMatch(/^[A-Za-z0-9+/]{22}==$/);
});

it('lists page by page, all of them or those of one status', async () => {
  const site = await makeSite(running, { id: 'paged' });
  for (let n = 0; n < 5; n++) await running.fetch(`/v1/requests?key=${site.key}`, { method: 'POST', headers: { origin: SHOP }, body: JSON.stringify({ ...REQUEST, id: `paged-${String(n).padStart(16, '0')}` }) });
  const page = async (query: string) => (await (await callAdmin(running, `sites/paged/requests${query}`)).json() as { id: string }[]).map(({ id }) => id);
  const all = await page('');
  const first = await page('?limit=2');
  const second = await page(`?limit=2&after=${first[1]}`);
  const third = await page(`?limit=2&after=${second[1]}`);
  expect([first, second, third].map((rows) => rows.length)).toEqual([2, 2, 1]);
  expect([...first, ...second, ...third]).toEqual(all);
  expect(await page(`?after=${third[0]}`)).toEqual([]);
  expect((await callAdmin(running, 'sites/paged/requests?after=nothing-of-that-name')).status).toBe(404);
  await callAdmin(running, `sites/paged/requests/${all[1]}/answer`, { method: 'POST' });
  const [open, answered] = [await page('?status=open&limit=2'), await page('?status=answered')];
  expect([open, await page(`?status=open&after=${open[1]}`), answered]).toEqual([[all[0], all[2]], [all[3], all[4]], [all[1]]]);
  const refused = await callAdmin(running, 'sites/paged/requests?status=closed');
  expect([refused.status, ((await refused.json()) as { error: object }).error]).toMatchObject([422, { code: 'invalid', path: 'status' }]);
});
