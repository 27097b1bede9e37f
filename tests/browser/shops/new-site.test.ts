import { readFileSync } from 'node:fs';
import type { CampaignReport, Overview } from '@tactful/protocol';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAdmin } from '../../worker/harness/callAdmin.ts';
import { openConsole, type ConsoleStage } from '../console/openConsole.ts';
import { launchBrowser } from '../harness/launchBrowser.ts';
import { servePages, type Served } from '../harness/servePages.ts';
import { createWire, type Wire } from '../recipes/stage/createWire.ts';
import { lookAround } from '../recipes/stage/lookAround.ts';
import { openVisitor } from '../recipes/stage/openVisitor.ts';

/** Three pages of a shop that tells GA4 what happens, and nothing of Tactful but one tag. */
const PAGES: Readonly<Record<string, string>> = {
  '/mug-1': 'dataLayer.push({ecommerce:null});dataLayer.push({event:"view_item",ecommerce:{currency:"EUR",value:18,items:[{item_id:"mug",price:18,quantity:1}]}})',
  '/basket-1': 'dataLayer.push({ecommerce:null});dataLayer.push({event:"view_cart",ecommerce:{currency:"EUR",value:18,items:[{item_id:"mug",price:18,quantity:1}]}})',
};
const ADD = { event: 'add_to_cart', ecommerce: { currency: 'EUR', value: 18, items: [{ item_id: 'mug', price: 18, quantity: 1 }] } };

let staff: ConsoleStage;
let wire: Wire;
let browser: Browser;
let shop: Served;
beforeAll(async () => {
  staff = await openConsole();
  wire = await createWire(new URL(staff.running.origin));
  // A person's browser: what says that a program drives it is left out of every figure.
  browser = await launchBrowser('--disable-blink-features=AutomationControlled');
  shop = await servePages(({ path }, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><html lang="en"><head><title>Shop</title>
<script async src="${wire.origin}/tactful.js" crossorigin="anonymous" data-key="pk_new" data-consent="granted"></script></head>
<body style="min-height:200vh"><h1>Mug</h1><script>window.dataLayer=window.dataLayer||[];${PAGES[path] ?? ''}</script></body></html>`));
});
afterAll(async () => {
  await browser.close();
  await Promise.all([shop.close(), wire.close(), staff.close()]);
});

const get = async <T>(path: string): Promise<T> => await (await callAdmin(staff.running, `sites/new/${path}`)).json() as T;

it('a new site with one tag: after one visit it is installed, its pages are recognized, and a recipe in shadow tells how often it would have fired', async () => {
  const made = await callAdmin(staff.running, 'sites', { method: 'POST', body: { name: 'New', id: 'new', key: 'pk_new', origins: [shop.origin] } });
  expect(made.status).toBe(201);
  await staff.addStaff(['new']);
  const recipe = JSON.parse(readFileSync(new URL('../../../packages/protocol/recipes/cart-hesitation.json', import.meta.url), 'utf8'));
  recipe.campaigns[0].status = 'shadow';
  const published = await callAdmin(staff.running, 'sites/new/config', { method: 'PUT', body: recipe, headers: { 'if-match': '*' } });
  expect(published.status).toBe(200);
  expect((await get<Overview>('overview')).installation).toBe('nothing_yet');

  const visitor = await openVisitor({ browser, wire, origin: shop.origin });
  const tab = await visitor.newTab();
  await tab.open('/mug-1');
  await tab.page.evaluate((add) => (window as any).dataLayer.push({ ecommerce: null }, add), ADD);
  await lookAround(tab, visitor, 65);
  await tab.open('/basket-1');
  await lookAround(tab, visitor, 2);
  expect(await tab.messages()).toEqual([]);
  await tab.leave();
  await expect.poll(async () => (await get<Overview>('overview')).installation, { timeout: 20_000 }).toBe('installed');
  await expect.poll(async () => (await get<Overview>('overview')).pages, { timeout: 20_000 }).toEqual([{ id: 'cart', views: 1, sessions: 1 }, { id: 'product', views: 1, sessions: 1 }]);
  const [campaign] = await get<CampaignReport[]>('campaigns');
  expect(campaign).toMatchObject({ id: 'cart-hesitation', status: 'shadow', shadow: { visitors: 1 } });
  await visitor.close();

  const { page, wrong } = await staff.open('#/new/overview');
  await staff.signIn(page);
  await page.getByText('Installed. Summaries are arriving.').waitFor();
  const rows = page.getByRole('table', { name: 'Pages' }).locator('tbody tr');
  await rows.first().waitFor();
  expect((await rows.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual(['Cart11', 'Product11']);
  await page.goto(page.url().replace(/#.*/, '#/new/campaigns'));
  const card = page.getByRole('article').filter({ hasText: 'cart-hesitation' });
  await card.getByText('Shadow', { exact: true }).first().waitFor();
  expect(wrong).toEqual([]);
});
