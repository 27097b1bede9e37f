import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from '../worker/harness/callAdmin.ts';
import { makeSite, type TestSite } from '../worker/harness/makeSite.ts';
import { readRows } from '../worker/harness/readRows.ts';
import { STALL } from '../worker/harness/STALL.ts';
import { openConsole, type ConsoleStage } from './console/openConsole.ts';
import { servePages, type Served } from './harness/servePages.ts';
import { openShadow } from './widget/openShadow.ts';

let stage: ConsoleStage;
let site: TestSite;
let shop: Served;
let page: Page;
beforeAll(async () => {
  stage = await openConsole();
  const [stall] = STALL.campaigns;
  site = await makeSite(stage.running, { id: 'shop', source: { ...STALL, campaigns: [{ ...stall, status: 'draft' }] }, shards: 1 });
  await stage.addStaff(['shop']);
  shop = await servePages((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(
    `<!doctype html><html lang="en"><title>Shop</title><script async src="${stage.running.origin}/tactful.js" crossorigin="anonymous" data-key="${site.key}" data-consent="granted"></script><h1>Shop</h1>`));
  await callAdmin(stage.running, 'sites/shop/origins', { method: 'PUT', body: { origins: [shop.origin] } });
  ({ page } = await stage.open('#/shop/campaigns'));
  await stage.signIn(page);
});
afterAll(async () => {
  await stage.close();
  await shop.close();
});

it('from the console to the shop’s own page: a draft is drawn there, and nothing of it is counted or claimed', async () => {
  await page.getByRole('button', { name: 'Preview on your site' }).click();
  const where = page.getByLabel('Page of your site to look at it on');
  expect(await where.inputValue()).toBe(`${shop.origin}/`);
  await where.fill('https://elsewhere.example/');
  await page.getByText(`Give an address on ${shop.origin}.`).waitFor();
  await where.fill(`${shop.origin}/basket`);
  await page.context().addInitScript(openShadow);
  const [seen] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: 'Open the preview' }).click()]);
  await seen.getByRole('heading', { name: 'Free shipping' }).waitFor();
  await seen.getByText('Preview', { exact: true }).waitFor();
  await seen.getByRole('button', { name: 'Get code' }).click();
  expect(await seen.getByLabel('Your code').inputValue()).toBe('PREVIEW');
  await seen.evaluate(() => (window as any).tactful.flush());
  const offers = await (await callAdmin(stage.running, 'sites/shop/offers')).json() as { id: string; claimed: number }[];
  expect(offers.find(({ id }) => id === 'freeship')).toMatchObject({ claimed: 0 });
  const stored = await readRows(stage.running, site, { query: 'SELECT summary FROM sessions', shards: 1 });
  expect(stored.map(({ summary }) => JSON.parse(String(summary)))).toMatchObject([{ exposures: [], goals: [], gates: {} }]);
  expect(await readRows(stage.running, site, { query: 'SELECT * FROM exposures', shards: 1 })).toEqual([]);
});
