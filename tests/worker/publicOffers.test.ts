import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, SHOP, type TestSite } from './harness/makeSite.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

const SALE = 'Sale_10-OIL';
let running: RunningWorker;
let site: TestSite;
beforeAll(async () => {
  running = await startWorker();
  site = await makeSite(running, { id: 'open', source: { ...STALL, offers: { ...STALL.offers, sale: { mode: 'public', budget: 100, code: SALE, validFor: '1h' }, till: { mode: 'public', budget: 1, code: 'TILL', until: '2100-01-01T00:00Z' } } } });
});
afterAll(() => running.close());

const newId = (n: number) => `claim-${String(n).padStart(20, '0')}`;
const claim = (offer: string, body: unknown) => running.fetch(`/v1/offers/${offer}/claims?key=${site.key}`, {
  method: 'POST', headers: { origin: SHOP, 'content-type': 'text/plain', 'cf-connecting-ip': '198.51.100.1' }, body: JSON.stringify(body),
});
const redeem = async (offer: string, body: unknown) => {
  const response = await running.fetch(`/v1/offers/${offer}/redemptions`, { method: 'POST', headers: { authorization: `Bearer ${site.secret}` }, body: JSON.stringify(body) });
  const answer = await response.json() as { code?: string; error?: { code: string } };
  return { status: response.status, code: answer.code ?? answer.error?.code };
};
const rowsOf = async (offer: string) => {
  const storage = await running.worker.getDurableObjectStorage('OFFER', { name: `open/${offer}` });
  const count = async (table: string) => ((await storage.exec(`SELECT COUNT(*) AS n FROM ${table}`)) as { n: number }[])[0]!.n;
  return { claims: await count('claims'), prefixes: await count('prefixes'), given: await count('given') };
};
const report = async (id: string) => (await (await callAdmin(running, 'sites/open/offers')).json() as { id: string }[]).find((row) => row.id === id);

it('keeps one number of a public code, however often it is claimed and by whom', async () => {
  for (let n = 0; n < 60; n++) {
    const response = await claim('sale', { id: newId(n), ...(n % 2 ? { visitor: `v-${n}` } : {}) });
    expect({ status: response.status, body: await response.json() }).toEqual({ status: 200, body: { code: SALE } });
  }
  expect(await rowsOf('sale')).toEqual({ claims: 0, prefixes: 0, given: 1 });
  expect(await report('sale')).toMatchObject({ mode: 'public', claimed: 60, redeemed: 0, refusals: {} });
});

it('tells when a public code ends, where its redemption holds to it', async () => {
  expect(await (await claim('till', { id: newId(1) })).json()).toEqual({ code: 'TILL', expiresAt: Date.parse('2100-01-01T00:00Z') });
});

it('gives codes of its own from a whole budget to an offer that was public', async () => {
  const source = structuredClone(STALL);
  Object.assign(source.offers.everyone, { budget: 1 });
  const publish = async (body: unknown) => expect((await callAdmin(running, 'sites/turned/config', { method: 'PUT', body, headers: { 'if-match': '*' } })).status).toBe(200);
  const turned = await makeSite(running, { id: 'turned', source });
  const ask = async (n: number) => (await running.fetch(`/v1/offers/everyone/claims?key=${turned.key}`, { method: 'POST', headers: { origin: SHOP }, body: JSON.stringify({ id: newId(n), visitor: `v-${n}` }) })).status;
  expect([await ask(1), await ask(2)]).toEqual([200, 200]);
  await publish({ ...source, offers: { ...source.offers, everyone: { mode: 'minted', budget: 1 } } });
  expect([await ask(1), await ask(2)]).toEqual([200, 410]);
  expect(await (await callAdmin(running, 'sites/turned/offers')).json()).toContainEqual(expect.objectContaining({ id: 'everyone', claimed: 1 }));
});

it.each([[SALE], ['sale_10-oil'], ['  SALE_10OIL '], ['Sale_1O 0IL'], ['SALE_I0-0IL']])('reads a public code typed as %j', async (typed) => {
  expect(await redeem('sale', { code: typed, orderId: typed.trim() })).toEqual({ status: 200, code: SALE });
});

it.each([['SALE'], ['SALE_10-OILS'], ['-']])('knows nothing of %j', async (typed) => {
  expect(await redeem('sale', { code: typed, orderId: 'none' })).toEqual({ status: 404, code: 'not_found' });
});

it('answers an order again however the code is typed, even after the budget', async () => {
  expect(await redeem('till', { code: 'till', orderId: '1' })).toEqual({ status: 200, code: 'TILL' });
  expect(await redeem('till', { code: 'TILL', orderId: '1' })).toEqual({ status: 200, code: 'TILL' });
  expect(await redeem('till', { code: 'Till', orderId: '2' })).toEqual({ status: 410, code: 'expired' });
  expect(await redeem('till', { code: 'other', orderId: '1' })).toEqual({ status: 409, code: 'used' });
});
