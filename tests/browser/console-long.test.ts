import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from '../worker/harness/callAdmin.ts';
import { SHOP, type TestSite } from '../worker/harness/makeSite.ts';
import { makeSummary } from '../worker/harness/makeSummary.ts';
import { sendSummaries } from '../worker/harness/sendSummaries.ts';
import { openConsole, type ConsoleStage } from './console/openConsole.ts';

const LONG = 'The Extraordinarily Long-Named Homeware & Garden Emporium of Clayton-upon-the-Water, Est. 1874 Ltd.';
const ARABIC = 'متجر الأثاث والأدوات المنزلية في القاهرة';
const BOT = 'b'.repeat(22);
let stage: ConsoleStage;
beforeAll(async () => {
  stage = await openConsole();
  const make = async (id: string, name: string): Promise<TestSite> =>
    await (await callAdmin(stage.running, 'sites', { method: 'POST', body: { id, name, origins: [SHOP], shards: 1 } })).json() as TestSite;
  const [site] = [await make('long', LONG), await make('arabic', ARABIC)];
  await stage.addStaff(['long', 'arabic']);
  await sendSummaries(stage.running, site, [makeSummary({ visitor: BOT, session: BOT, bot: 1 })]);
  const asked = await stage.running.fetch(`/v1/requests?key=${site.key}`, {
    method: 'POST', headers: { origin: SHOP, 'content-type': 'text/plain' },
    body: JSON.stringify({ id: 'r'.repeat(22), name: 'W'.repeat(60), contact: `${'w'.repeat(80)}@example.com`, text: 'x'.repeat(1_000), locale: 'en' }),
  });
  expect(asked.status).toBe(202);
});
afterAll(() => stage.close());

const go = async (page: Page, hash: string): Promise<void> => {
  await page.evaluate((next) => { location.hash = next; }, hash);
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
};
/** What of the room stands out of its card, or out of the window; what scrolls by itself does not, nor headings that only screen readers meet. */
const standOut = (page: Page): Promise<string[]> => page.evaluate(() => [...document.querySelectorAll('main *')].filter((one) => {
  if (one.closest('pre, thead')) return false;
  const edge = one.closest('.card, .empty, .banner')?.getBoundingClientRect().right ?? innerWidth;
  return one.getBoundingClientRect().right > edge + 0.5;
}).map((one) => `${one.tagName}.${one.className}`));

it.each([390, 1280])('keeps names, contacts and texts of any length in their cards at %i px', async (width) => {
  const { page } = await stage.open('#/long/requests', { viewport: { width, height: 800 } });
  await stage.signIn(page);
  await page.getByRole('article').waitFor();
  expect(await standOut(page)).toEqual([]);
  for (const hash of ['#/long/overview', '#/long/nowhere', '#/nobodys/overview', `#/long/sessions/${BOT}`]) {
    await go(page, hash);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect({ hash, out: await standOut(page) }).toEqual({ hash, out: [] });
  }
});

it('shows the beginning of a site’s name where there is no room for all of it, from whichever side it begins', async () => {
  const { page } = await stage.open('#/arabic/overview', { viewport: { width: 390, height: 800 } });
  await stage.signIn(page);
  const switcher = page.locator('.site select');
  expect(await switcher.evaluate((select) => getComputedStyle(select).direction)).toBe('rtl');
  await switcher.selectOption('long');
  await page.waitForURL(/#\/long\/overview/);
  expect(await switcher.evaluate((select) => getComputedStyle(select).direction)).toBe('ltr');
});

it('leaves room in the bar beside a long name, and two lines for the way out of nowhere', async () => {
  const { page } = await stage.open('#/long/nowhere', { viewport: { width: 1280, height: 800 } });
  await stage.signIn(page);
  expect(await page.locator('.site select').evaluate((select) => select.getBoundingClientRect().width)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 390, height: 800 });
  const way = page.getByRole('link', { name: `Overview of ${LONG}` });
  expect(await way.evaluate((link) => link.getBoundingClientRect().height)).toBeLessThan(64);
});

it('reads the note on a bot’s session as one sentence after the other', async () => {
  const { page } = await stage.open(`#/long/sessions/${BOT}`, { viewport: { width: 390, height: 800 } });
  await stage.signIn(page);
  await page.locator('.banner b').waitFor();
  expect(await page.locator('.banner b').evaluate((b) => getComputedStyle(b).display)).toBe('inline');
});
