import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from './harness/callAdmin.ts';
import { makeSite, type TestSite } from './harness/makeSite.ts';
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
