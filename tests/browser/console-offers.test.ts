import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSite, SHOP, type TestSite } from '../worker/harness/makeSite.ts';
import { makeExposure, makeGoal, makeSummary } from '../worker/harness/makeSummary.ts';
import { sendSummaries } from '../worker/harness/sendSummaries.ts';
import { STALL } from '../worker/harness/STALL.ts';
import { openConsole, type ConsoleStage } from './console/openConsole.ts';

let stage: ConsoleStage;
let site: TestSite;
beforeAll(async () => {
  stage = await openConsole();
  site = await makeSite(stage.running, { id: 'shop', source: { ...STALL, offers: { ...STALL.offers, everyone: { mode: 'public', budget: 5, code: 'WELCOME', spend: 40, worth: 8 } } } });
  await stage.addStaff(['shop']);
});
afterAll(() => stage.close());

it('tells of a public code how often it was given, and its budget by what was redeemed, each currency by itself', async () => {
  const post = async (path: string, headers: Record<string, string>, body: object): Promise<void> =>
    expect((await stage.running.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).status).toBe(200);
  for (let n = 0; n < 7; n++) await post(`/v1/offers/everyone/claims?key=${site.key}`, { origin: SHOP }, { id: `claim-${n}`.padEnd(22, 'x') });
  const orders = [{ value: 100, currency: 'EUR', discount: 4.5, hold: true }, { value: 15_000, currency: 'JPY' }, { value: 5_000, currency: 'JPY' }, { value: 40.5, currency: 'USD' }];
  for (const [n, order] of orders.entries()) await post('/v1/offers/everyone/redemptions', { authorization: `Bearer ${site.secret}` }, { code: 'welcome', orderId: `${n}`, ...order });

  const { page, wrong } = await stage.open('#/shop/offers');
  await stage.signIn(page);
  const offer = page.getByRole('region', { name: 'everyone' });
  await offer.getByText('1 of 5 left', { exact: true }).waitFor();
  expect(await offer.getByText('One public code').count()).toBe(1);
  expect(await offer.getByRole('progressbar', { name: 'Share of the budget redeemed' }).evaluate((bar: HTMLProgressElement) => [bar.value, bar.max])).toEqual([4, 5]);
  // Held, 4.50 are set aside; what is in other currencies counts as all that a code is worth.
  expect(await offer.getByText('€11.50 of €40.00 left', { exact: true }).count()).toBe(1);
  expect(await offer.locator('.stat').allInnerTexts()).toEqual([
    'Claimed\n7\nevery time it was given', 'Redeemed\n3', 'Held\n1\nby orders not placed yet', 'Value of those orders\n€0.00\nas the shop told it, before the discount',
  ]);
  expect(await offer.locator('.others li').allInnerTexts()).toEqual(['2 orders in JPY\n¥20,000', 'One order in USD\n$40.50']);
  const minted = page.getByRole('region', { name: 'freeship' });
  expect([await minted.getByRole('progressbar', { name: 'Share of the budget claimed' }).count(), await minted.locator('.others').count()]).toEqual([1, 0]);
  expect(wrong).toEqual([]);
});

it.each([360, 390, 1280])('keeps the heads of two arms apart, and any sum in its card, at %i px', async (width) => {
  await sendSummaries(stage.running, site, [makeSummary({ visitor: 'r'.repeat(22), session: 's'.repeat(22), exposures: [makeExposure({ id: 'e1' })], goals: [makeGoal({ id: 'g1', value: 1e12 })] })]);
  const { page } = await stage.open('#/shop/campaigns', { viewport: { width, height: 800 } });
  await stage.signIn(page);
  const card = page.getByRole('article', { name: 'Stalled at checkout' });
  await card.getByText('€1,000,000,000,000.00').waitFor();
  const { gap, over } = await card.evaluate((article) => {
    const textOf = (node: Element): DOMRect => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return range.getBoundingClientRect();
    };
    const [treated, control] = [...article.querySelectorAll('.arms thead th')].map(textOf);
    return { gap: control!.left - treated!.right, over: article.querySelector('.arms')!.getBoundingClientRect().right - article.getBoundingClientRect().right };
  });
  expect(gap).toBeGreaterThanOrEqual(12);
  expect(over).toBeLessThan(0);
});
