import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeExposure, makeGoal, makeSummary } from '../worker/harness/makeSummary.ts';
import { makeSite } from '../worker/harness/makeSite.ts';
import { sendSummaries } from '../worker/harness/sendSummaries.ts';
import { STALL } from '../worker/harness/STALL.ts';
import { openConsole, type ConsoleStage } from './console/openConsole.ts';

const [MACHINE, BUYER, OTHER] = ['m', 'b', 'o'].map((letter) => letter.repeat(22)) as [string, string, string];

let stage: ConsoleStage;
beforeAll(async () => {
  stage = await openConsole();
  const site = await makeSite(stage.running, { id: 'shop', source: STALL });
  const now = Date.now();
  await sendSummaries(stage.running, site, [
    makeSummary({ visitor: MACHINE, session: MACHINE, startedAt: now - 60_000, bot: 0.5 }),
    makeSummary({ visitor: BUYER, session: BUYER, startedAt: now - 60_000, goals: [makeGoal({ id: 'g'.repeat(22), at: now - 30_000 })] }),
    makeSummary({
      visitor: OTHER, session: OTHER, startedAt: now - 60_000, counts: { product_ms: 18_632, cart_views: 3, add_to_cart: 2 },
      exposures: [makeExposure({ id: 'e'.repeat(22), at: now - 50_000, outcome: 'none', reason: 'leave' })],
    }),
  ], now);
  await stage.addStaff(['shop']);
});
afterAll(() => stage.close());

it('tells the share of sessions taken as bots, why no figure counts them, and which they are', async () => {
  const { page, wrong } = await stage.open('#/shop/overview');
  await stage.signIn(page);
  const today = page.getByRole('region', { name: 'Today' });
  await today.getByText('Taken as bots', { exact: true }).waitFor();
  const stats = await today.locator('.stat').allInnerTexts();
  expect([stats.find((text) => text.startsWith('Sessions')), stats.find((text) => text.startsWith('Taken'))]).toEqual(['Sessions\n2', 'Taken as bots\n1\n33.3% of all sessions']);
  expect(await today.getByText('left out of the other figures').count()).toBe(1);
  const latest = page.getByRole('region', { name: 'Latest sessions' });
  expect([await latest.locator('tbody tr').count(), await latest.getByText('Bot', { exact: true }).count()]).toEqual([3, 1]);
  expect(await latest.getByRole('columnheader').first().innerText()).toBe('Last seen');
  await latest.getByRole('row', { name: 'Bot' }).getByRole('link').click();
  await page.getByText('Taken as a bot.').waitFor();
  expect(new URL(page.url()).hash).toBe(`#/shop/sessions/${MACHINE}`);
  expect(await page.locator('.banner.warn').innerText()).toContain('The browser said that a program drives it. This session');
  expect(await page.getByText('Began', { exact: true }).count()).toBe(1);
  expect(wrong).toEqual([]);
});

it('keeps a purchase in sight when another cart was begun, and says what its value is', async () => {
  const { page, wrong } = await stage.open(`#/shop/sessions/${BUYER}`);
  await stage.signIn(page);
  await page.getByText('Purchase, then anew: Cart').waitFor();
  expect(await page.getByRole('region', { name: 'Conversions' }).locator('.note').innerText()).toContain('without shipping and tax');
  expect(await page.getByText('Taken as a bot').count()).toBe(0);
  expect(wrong).toEqual([]);
});

it('calls nothing shown that was not seen, in the list and on the session’s page; counters have words and units, events are GA4’s', async () => {
  const { page, wrong } = await stage.open('#/shop/sessions');
  await stage.signIn(page);
  const row = page.locator('tbody tr').filter({ has: page.locator(`a[href$="${OTHER}"]`) });
  expect(await row.locator('td').nth(-2).innerText()).toBe('0');
  await row.getByRole('link').click();
  const exposure = page.getByRole('region', { name: 'Exposures' }).locator('.exposure');
  expect(await exposure.innerText()).toContain('The message was let through, and was not seen for a second. The visitor left the page.');
  expect(await exposure.getByText('Shown').count()).toBe(0);
  const rowsOf = (name: string) => page.getByRole('region', { name, exact: true }).locator('tbody tr').allInnerTexts();
  expect(await rowsOf('Counts')).toEqual(['Active on product pages\t19 sec', 'Cart entered\t3']);
  expect(await rowsOf('Events')).toEqual(['add_to_cart\t2']);
  expect(wrong).toEqual([]);
});

it('says so where an address names a site or a room that is not there', async () => {
  const { page, wrong } = await stage.open('#/nosuch/overview');
  await stage.signIn(page);
  await page.getByRole('heading', { name: 'No such site', level: 1 }).waitFor();
  expect([await page.locator('[aria-current]').count(), await page.getByText('Today').count()]).toEqual([0, 0]);
  for (const address of ['#/shop/nosuch', '#/shop/campaigns/nosuch']) {
    await page.evaluate((hash) => { location.hash = hash; }, '#/shop/offers');
    await page.getByRole('heading', { name: 'Offers', level: 1 }).waitFor();
    await page.evaluate((hash) => { location.hash = hash; }, address);
    await page.getByRole('heading', { name: 'No such page', level: 1 }).waitFor();
  }
  await page.getByRole('link', { name: /^Overview of / }).click();
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
  expect(wrong).toEqual([]);
});
