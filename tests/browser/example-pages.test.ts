import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startSaas } from '../../examples/saas/server.mjs';
import { startShop } from '../../examples/shop/server.mjs';
import { deviceConfig } from './harness/deviceConfig.ts';
import { launchChromium } from './harness/launchChromium.ts';
import { kept, SOON } from './harness/openTab.ts';
import { serveCollector, type Collector } from './harness/serveCollector.ts';

let browser: Browser;
let collector: Collector;
let shop: { origin: string; close(): Promise<unknown> };
let saas: typeof shop;
let visitor: BrowserContext;
let page: Page;
beforeAll(async () => {
  [browser, collector] = await Promise.all([launchChromium(), serveCollector(deviceConfig({ campaigns: [] }))]);
  [shop, saas] = await Promise.all([
    startShop({ port: 0, host: collector.origin, key: 'pk_x', secret: '' }), startSaas({ port: 0, host: collector.origin, key: 'pk_x' }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([shop.close(), saas.close(), collector.close()]);
});
beforeEach(async () => {
  visitor = await browser.newContext();
  page = await visitor.newPage();
});
afterEach(() => visitor.close());

it('the shop’s /checkout is its first step, and the cart while that is empty', async () => {
  await page.goto(shop.origin + '/checkout');
  expect(new URL(page.url()).pathname).toBe('/cart');
  await page.goto(shop.origin + '/products/morning-mug');
  await page.locator('#add').click();
  await page.waitForURL('**/cart');
  await page.goto(shop.origin + '/checkout/');
  expect(new URL(page.url()).pathname).toBe('/checkout/contact');
});

it('a plan of the SaaS app is chosen by keyboard, kept, and a purchase in the next summary', async () => {
  await page.goto(saas.origin + '/pricing');
  await page.locator('[data-consent-choice=granted]').click();
  // What keeps comes with the grant; what is told before it is there is not counted (decision 030).
  await expect.poll(async () => (await kept(page)).entries, SOON).toHaveProperty('visitor');
  await page.getByRole('button', { name: 'Choose', exact: true }).nth(1).press('Enter');
  const note = page.getByText('Team is your plan now.', { exact: false });
  await note.waitFor();
  expect(await note.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.getByText('Your plan', { exact: false }).first().waitFor();
  expect(await page.locator('header').innerText()).toMatch(/Plan: Team\s+Change plan/);
  await page.reload();
  await page.getByText('Plan: Team').waitFor();
  expect(await page.getByRole('button', { name: 'Choose', exact: true }).count()).toBe(2);
  await page.goto('about:blank');
  await expect.poll(() => collector.summaries().map(({ cart }) => cart.stage), { timeout: 10_000 }).toContain('purchased');
});
