import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, SHOP, type TestSite } from './harness/makeSite.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

let running: RunningWorker;
let site: TestSite;
beforeAll(async () => {
  running = await startWorker();
  site = await makeSite(running, { id: 'shop', source: STALL });
});
afterAll(() => running.close());

let ids = 0;
const newId = () => `claim-${String(++ids).padStart(20, '0')}`;
const claim = (offer: string, body: unknown, to = site, address = '198.51.100.1') => running.fetch(`/v1/offers/${offer}/claims?key=${to.key}`, {
  method: 'POST', headers: { origin: SHOP, 'content-type': 'text/plain', 'cf-connecting-ip': address }, body: JSON.stringify(body),
});
const claimed = async (offer: string, body: unknown, to = site) => {
  const response = await claim(offer, body, to);
  expect(response.status).toBe(200);
  return await response.json() as { code: string; expiresAt?: number };
};
const redeem = async (offer: string, body: unknown, secret = site.secret) => {
  const response = await running.fetch(`/v1/offers/${offer}/redemptions`, { method: 'POST', headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() as { code?: string; error?: { code: string } } };
};
const report = async (id: string, of = site) => (await (await callAdmin(running, `sites/${of.id}/offers`)).json() as { id: string }[]).find((row) => row.id === id);

it('gives the same id and the same visitor the same code, and says when it ends', async () => {
  const id = newId();
  const first = await claimed('freeship', { id, visitor: 'ann' });
  expect(first.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}$/);
  expect(first.expiresAt).toBeGreaterThan(Date.now() + 3_500_000);
  expect(await claimed('freeship', { id, visitor: 'ann' })).toEqual(first);
  expect(await claimed('freeship', { id: newId(), visitor: 'ann' })).toEqual(first);
  expect((await claimed('freeship', { id: newId(), visitor: 'bob' })).code).not.toBe(first.code);
  expect(await report('freeship')).toMatchObject({ mode: 'minted', budget: 100, claimed: 2, redeemed: 0, refusals: {} });
});

it('gives 1,000 at once, on a budget of 100, exactly 100 distinct codes', async () => {
  const rush = await makeSite(running, { id: 'rush', source: STALL });
  // Each body is read as it comes: a thousand unread ones at once are more than the client keeps.
  const answers = await Promise.all(Array.from({ length: 1_000 }, async (_, n) => {
    const response = await claim('freeship', { id: newId(), visitor: `visitor-${n}` }, rush, `10.${n % 250}.${n >> 8}.7`);
    return { status: response.status, body: await response.json() as { code?: string; error?: { code: string } } };
  }));
  const codes = answers.filter(({ status }) => status === 200).map(({ body }) => body.code);
  expect(codes).toHaveLength(100);
  expect(new Set(codes).size).toBe(100);
  const refused = answers.filter(({ status }) => status === 410);
  expect(new Set(refused.map(({ body }) => body.error?.code))).toEqual(new Set(['offer_unavailable']));
  expect(await report('freeship', rush)).toMatchObject({ claimed: 100, refusals: { budget: 900 } });
});

it('gives one network no more than its share of a day, and the same visitor still their code', async () => {
  const farm = await makeSite(running, { id: 'farm', source: STALL });
  const statuses = [];
  for (let n = 0; n < 60; n++) statuses.push((await claim('freeship', { id: newId(), visitor: `v-${n}` }, farm, `203.0.113.${n}`)).status);
  expect(statuses).toEqual([...Array.from({ length: 50 }, () => 200), ...Array.from({ length: 10 }, () => 410)]);
  expect((await claim('freeship', { id: newId(), visitor: 'v-3' }, farm, '203.0.113.3')).status).toBe(200);
  expect((await claim('freeship', { id: newId(), visitor: 'elsewhere' }, farm, '2001:db8::1')).status).toBe(200);
  expect(await report('freeship', farm)).toMatchObject({ claimed: 51, refusals: { address: 10 } });
  const storage = await running.worker.getDurableObjectStorage('OFFER', { name: 'farm/freeship' });
  const rows = await storage.exec('SELECT prefix, n FROM prefixes ORDER BY n') as { prefix: string; n: number }[];
  expect(rows.map(({ n }) => n)).toEqual([1, 50]);
  expect(JSON.stringify(rows)).not.toMatch(/203\.0|2001/);
});

it('gives each uploaded code once, and adds none twice', async () => {
  const codes = ['SHOP-1', 'SHOP-2', 'SHOP-3'];
  const fill = async (list: string[]) => (await callAdmin(running, 'sites/shop/offers/pool/pool', { method: 'PUT', body: { codes: list } })).json();
  expect(await fill(codes)).toEqual({ added: 3 });
  expect(await fill([...codes, 'SHOP-4'])).toEqual({ added: 1 });
  const given = [];
  for (const visitor of ['a', 'b', 'c', 'd']) given.push((await claimed('pool', { id: newId(), visitor })).code);
  expect(given).toEqual(['SHOP-1', 'SHOP-2', 'SHOP-3', 'SHOP-4']);
  expect((await claim('pool', { id: newId(), visitor: 'e' })).status).toBe(410);
  expect(await report('pool')).toMatchObject({ claimed: 4, poolLeft: 0, refusals: { pool_empty: 1 } });
  // Networks are kept for the day: the object wakes when it is over, whoever comes then.
  const pool = await running.worker.getDurableObjectStorage('OFFER', { name: 'shop/pool' });
  const [due] = await pool.exec("SELECT at % 86400000 AS rest, at > unixepoch() * 1000 AS ahead FROM agenda WHERE task = 'free'") as object[];
  expect(due).toEqual({ rest: 0, ahead: 1 });
});

it('gives a public code without a visitor, until it was redeemed as often as the budget allows', async () => {
  expect(await claimed('everyone', { id: newId() })).toEqual({ code: 'WELCOME' });
  expect((await redeem('everyone', { code: 'WELCOME', orderId: '1' })).status).toBe(200);
  expect((await redeem('everyone', { code: 'WELCOME', orderId: '2' })).status).toBe(200);
  expect((await redeem('everyone', { code: 'WELCOME', orderId: '2' })).status).toBe(200);
  expect(await redeem('everyone', { code: 'WELCOME', orderId: '3' })).toMatchObject({ status: 410, body: { error: { code: 'expired' } } });
  expect((await claim('everyone', { id: newId() })).status).toBe(410);
});

it('refuses every claim alike; the reason is for the console', async () => {
  const refusals = await Promise.all([
    claim('freeship', { id: newId() }), claim('over', { id: newId(), visitor: 'x' }), claim('nothing', { id: newId(), visitor: 'x' }), claim('__proto__', { id: newId(), visitor: 'x' }),
  ]);
  const bodies = await Promise.all(refusals.map(async (response) => ({ status: response.status, code: ((await response.json()) as { error: { code: string; message: string } }).error.code })));
  expect(bodies).toEqual(Array.from({ length: 4 }, () => ({ status: 410, code: 'offer_unavailable' })));
  expect(await report('freeship')).toMatchObject({ refusals: { no_visitor: 1 } });
  expect(await report('over')).toMatchObject({ claimed: 0, refusals: { ended: 1 } });
});

it("does not hand out another's code for their id", async () => {
  const id = newId();
  await claimed('freeship', { id, visitor: 'carla' });
  expect((await claim('freeship', { id, visitor: 'thief' })).status).toBe(410);
  expect((await claim('freeship', { id })).status).toBe(410);
});

it('redeems once, idempotently by order, as people type it, and adds up what it cost', async () => {
  const { code } = await claimed('freeship', { id: newId(), visitor: 'dora' });
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;
  const order = { code: typed, orderId: 'o-1', value: 80, discount: 7.5, currency: 'EUR' };
  expect(await redeem('freeship', order)).toEqual({ status: 200, body: { code, orderId: 'o-1' } });
  expect(await redeem('freeship', order)).toEqual({ status: 200, body: { code, orderId: 'o-1' } });
  expect(await redeem('freeship', { code, orderId: 'o-2' })).toMatchObject({ status: 409, body: { error: { code: 'used' } } });
  const other = await claimed('freeship', { id: newId(), visitor: 'emil' });
  expect(await redeem('freeship', { code: other.code, orderId: 'o-1' })).toMatchObject({ status: 409 });
  expect(await redeem('freeship', { code: 'AAAAA-AAAAA-AAAAA', orderId: 'o-3' })).toMatchObject({ status: 404 });
  expect(await report('freeship')).toMatchObject({ redeemed: 1, redeemedValue: 80 });
  const [campaign] = await (await callAdmin(running, 'sites/shop/campaigns')).json() as { couponCost: number }[];
  expect(campaign?.couponCost).toBe(7.5);
});

it('refuses what has expired, by the server\'s clock', async () => {
  const { code } = await claimed('freeship', { id: newId(), visitor: 'fritz' });
  const ended = structuredClone(STALL);
  Object.assign(ended.offers.freeship, { until: '2021-01-01T00:00Z' });
  expect((await callAdmin(running, 'sites/shop/config', { method: 'PUT', body: ended, headers: { 'if-match': '*' } })).status).toBe(200);
  expect(await redeem('freeship', { code, orderId: 'late' })).toMatchObject({ status: 410, body: { error: { code: 'expired' } } });
  expect((await callAdmin(running, 'sites/shop/config', { method: 'PUT', body: STALL, headers: { 'if-match': '*' } })).status).toBe(200);
});

it.each([
  ['no id', {}], ['a short id', { id: 'abc', visitor: 'x' }], ['an unknown key', { id: 'x'.repeat(20), visitor: 'x', budget: 9 }], ['__proto__', JSON.parse('{"id":"xxxxxxxxxxxxxxxxxxxx","__proto__":{}}')],
  ['a list', []], ['text', 'hello'],
])('refuses a claim with %s', async (_name, body) => {
  const response = await claim('freeship', body);
  expect({ status: response.status, body: await response.json() }).toMatchObject({ status: 422, body: { error: { code: 'invalid', issues: expect.any(Array) } } });
});

it.each([['the public key', () => site.key], ['nothing', () => ''], ['a wrong one', () => `sk_${'A'.repeat(43)}`]])('refuses a redemption with %s as secret', async (_name, secret) => {
  expect(await redeem('freeship', { code: 'X', orderId: '1' }, secret())).toMatchObject({ status: 401, body: { error: { code: 'bad_secret' } } });
});

it("refuses a redemption with another site's secret", async () => {
  const other = await makeSite(running, { id: 'other-shop', source: STALL });
  const { code } = await claimed('freeship', { id: newId(), visitor: 'gina' });
  expect(await redeem('freeship', { code, orderId: '1' }, other.secret)).toMatchObject({ status: 404 });
});
