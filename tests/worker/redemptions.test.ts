import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, SHOP, type TestSite } from './harness/makeSite.ts';
import { STALL } from './harness/STALL.ts';
import { startWorker, type RunningWorker } from './harness/startWorker.ts';

const SOURCE = structuredClone(STALL);
Object.assign(SOURCE.offers.everyone, { budget: 100 });
Object.assign(SOURCE.campaigns[0]!.message, { offer: 'everyone' });
let running: RunningWorker;
beforeAll(async () => { running = await startWorker(); });
afterAll(() => running.close());

const redeem = (site: TestSite, order: object) => running.fetch('/v1/offers/everyone/redemptions', {
  method: 'POST', headers: { authorization: `Bearer ${site.secret}` }, body: JSON.stringify({ code: 'WELCOME', ...order }),
});
const figures = async ({ id }: TestSite) => {
  const [offers, campaigns] = await Promise.all(['offers', 'campaigns'].map(async (list) => await (await callAdmin(running, `sites/${id}/${list}`)).json() as Record<string, unknown>[]));
  const { redeemed, redeemedValue, otherCurrencies } = offers!.find((row) => row['id'] === 'everyone')!;
  return { redeemed, redeemedValue, otherCurrencies, couponCost: campaigns![0]!['couponCost'] };
};

it('adds up what was redeemed in the currency of the site, and tells others apart', async () => {
  const site = await makeSite(running, { id: 'money', source: SOURCE });
  const orders = [
    { value: 100, discount: 5, currency: 'EUR' }, { value: 15_000, discount: 750, currency: 'JPY' }, { value: 50, discount: 2 },
    { value: 30, discount: 1, currency: 'USD' }, { value: 5_000, discount: 250, currency: 'JPY' },
  ];
  for (const [n, order] of orders.entries()) expect((await redeem(site, { orderId: `o-${n}`, ...order })).status).toBe(200);
  const others = [{ currency: 'JPY', redeemed: 2, value: 20_000, discount: 1_000 }, { currency: 'USD', redeemed: 1, value: 30, discount: 1 }];
  expect(await figures(site)).toEqual({ redeemed: 5, redeemedValue: 150, couponCost: 7, otherCurrencies: others });
  // An order that named no currency was in the one the site had then.
  expect((await callAdmin(running, 'sites/money/config', { method: 'PUT', body: { ...SOURCE, site: { currency: 'USD' } }, headers: { 'if-match': '*' } })).status).toBe(200);
  expect(await figures(site)).toEqual({ redeemed: 5, redeemedValue: 30, couponCost: 1, otherCurrencies: [{ currency: 'EUR', redeemed: 2, value: 150, discount: 7 }, others[0]] });
});

it.each([['discount', -500], ['value', -1], ['discount', -0.01], ['value', 1e13]])('refuses a %s of %d, and counts nothing', async (field, amount) => {
  const site = await makeSite(running, { id: `odd-${field}-${Math.abs(amount)}`.replace('.', '-'), source: SOURCE });
  const response = await redeem(site, { orderId: '1', [field]: amount });
  expect({ status: response.status, body: await response.json() }).toMatchObject({ status: 422, body: { error: { code: 'invalid', path: field, issues: [{ code: 'out_of_range', path: field }] } } });
  expect(await figures(site)).toEqual({ redeemed: 0, redeemedValue: 0, couponCost: 0, otherCurrencies: [] });
});

it('holds a code for an order that is not placed yet, which costs nothing until it is', async () => {
  const site = await makeSite(running, { id: 'hold', source: SOURCE });
  const [offer] = await (await callAdmin(running, 'sites/hold/offers')).json() as object[];
  expect(offer).toMatchObject({ id: 'freeship', held: 0, taken: 0, spent: 0 });
  const held = await redeem(site, { orderId: 'o-1', value: 80, discount: 4, hold: true });
  expect(await held.json()).toEqual({ code: 'WELCOME', orderId: 'o-1', heldUntil: expect.any(Number) });
  const told = async () => (await (await callAdmin(running, 'sites/hold/offers')).json() as { id: string }[]).find(({ id }) => id === 'everyone');
  expect(await told()).toMatchObject({ taken: 1, held: 1, spent: 4, redeemed: 0 });
  expect(await figures(site)).toMatchObject({ redeemed: 0, redeemedValue: 0, couponCost: 0 });
  expect(await (await redeem(site, { orderId: 'o-1', value: 80, discount: 6 })).json()).toEqual({ code: 'WELCOME', orderId: 'o-1' });
  expect(await told()).toMatchObject({ taken: 1, held: 0, spent: 6, redeemed: 1 });
  expect(await figures(site)).toMatchObject({ redeemed: 1, redeemedValue: 80, couponCost: 6 });
});

it('gives back by alarm what was held too long, where nobody asks', async () => {
  const site = await makeSite(running, { id: 'lapse', source: SOURCE });
  expect((await redeem(site, { orderId: 'o-1', hold: true })).status).toBe(200);
  const storage = await running.worker.getDurableObjectStorage('OFFER', { name: 'lapse/everyone' });
  await storage.exec('UPDATE redemptions SET held_until = 1');
  // Long overdue, as after an alarm that was lost: it is set again when the object wakes.
  await storage.exec('UPDATE agenda SET at = 1');
  await running.worker.evictDurableObject('OFFER', { name: 'lapse/everyone' });
  await figures(site);
  await vi.waitFor(async () => expect(await storage.exec('SELECT taken, (SELECT COUNT(*) FROM redemptions) AS held, (SELECT COUNT(*) FROM agenda) AS due FROM ledger')).toEqual([{ taken: 0, held: 0, due: 0 }]), { timeout: 20_000 });
});

it('refuses a discount that is more than a code is worth, and gives no code for which there is no money left', async () => {
  const site = await makeSite(running, { id: 'worth', source: { ...SOURCE, offers: { ...SOURCE.offers, freeship: { ...SOURCE.offers.freeship, spend: 15, worth: 10 } } } });
  const claim = (visitor: string) => running.fetch(`/v1/offers/freeship/claims?key=${site.key}`, { method: 'POST', headers: { origin: SHOP }, body: JSON.stringify({ id: `claim-of-${visitor}`.padEnd(22, 'x'), visitor }) });
  const { code } = await (await claim('ann')).json() as { code: string };
  expect((await claim('bob')).status).toBe(410);
  const place = (discount: number) => running.fetch('/v1/offers/freeship/redemptions', { method: 'POST', headers: { authorization: `Bearer ${site.secret}` }, body: JSON.stringify({ code, orderId: 'o-1', discount }) });
  const over = await place(10.5);
  expect({ status: over.status, body: await over.json() }).toMatchObject({ status: 422, body: { error: { code: 'invalid', path: 'discount' } } });
  expect((await place(5)).status).toBe(200);
  expect((await claim('bob')).status).toBe(200);
  const [offer] = await (await callAdmin(running, 'sites/worth/offers')).json() as object[];
  expect(offer).toMatchObject({ taken: 2, spent: 15, spend: 15, refusals: { spend: 1 } });
  const csv = await (await callAdmin(running, 'sites/worth/offers.csv')).text();
  expect(csv.split('\r\n')[1]).toBe('freeship,minted,100,2,1,0,,,2,0,15,15');
});
