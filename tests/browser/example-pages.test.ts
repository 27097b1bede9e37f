import type { Browser, BrowserContext, Page } from 'playwright-core';
import { TEXTS } from '@tactful/protocol';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startSaas } from '../../examples/saas/server.mjs';
import { startShop } from '../../examples/shop/server.mjs';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { launchBrowser } from './harness/launchBrowser.ts';
import { kept, SOON } from './harness/openTab.ts';
import { serveCollector, type Collector } from './harness/serveCollector.ts';
import { messages } from './widget/messages.ts';
import { openShadow } from './widget/openShadow.ts';

let browser: Browser;
let collector: Collector;
let shop: { origin: string; close(): Promise<unknown> };
let saas: typeof shop;
let visitor: BrowserContext;
let page: Page;
beforeAll(async () => {
  [browser, collector] = await Promise.all([launchBrowser(), serveCollector(deviceConfig({ campaigns: [] }))]);
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

const SIZES = [[320, 568], [375, 667], [1280, 720]] as const;
it.each(SIZES.flatMap(([width, height]) => (['en', 'ar'] as const).map((locale) => ({ width, height, locale }))))('“Check out” and “Pay” of the shop can be pressed whatever is made of a message, at $width × $height, $locale', async ({ width, height, locale }) => {
  const config = deviceConfig({
    locale, texts: TEXTS[locale], offers: { freeship: {} },
    campaigns: Object.entries(messages(locale)).map(([kind, message]) => campaign(kind, [], { message })),
  });
  collector.config = config;
  await page.setViewportSize({ width, height });
  await visitor.addCookies([{ name: 'consent', value: 'granted', url: shop.origin }, { name: 'language', value: locale, url: shop.origin }]);
  await page.addInitScript(openShadow);
  await page.goto(shop.origin + '/products/morning-mug');
  await page.locator('#add').click();
  await page.waitForURL('**/cart');
  const inside = page.locator('tactful-widget');
  for (const [path, decides, kind, press] of [['/cart', '#checkout', 'chat', '.reply'], ['/checkout/payment', '#pay', 'survey', '[type=submit],.primary'], ['/checkout/payment', '#pay', 'coupon', '.primary']] as const) {
    await page.goto(shop.origin + path);
    await page.evaluate((id) => new Promise<void>((done) => {
      const script = document.querySelector<HTMLScriptElement>('script[data-key]')!;
      const show = () => (window as any).tactful.ready(() => (window as any).tactful.show(id, done()));
      if ((window as any).tactful?.ready) show();
      else script.addEventListener('load', show);
    }), kind);
    await inside.locator('.panel').waitFor();
    const button = page.locator(decides);
    /** What lies on the button's middle, where that is to be seen: itself, if anything. */
    const onIt = () => button.evaluate((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      return !at || at === one ? 'itself' : at.localName;
    });
    expect(await onIt(), `${path} ${kind}`).toBe('itself');
    await inside.locator(press).last().click();
    await inside.locator(kind === 'chat' ? 'form' : kind === 'coupon' ? '.code' : '.error:not(:empty)').waitFor();
    expect(await onIt(), `${path} ${kind} pressed`).toBe('itself');
    await page.mouse.move(width / 2, 1);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    for (const block of ['end', 'center', 'start'] as const) {
      await button.evaluate((one, to) => one.scrollIntoView({ block: to }), block);
      // The shop's own head lies on what is at the window's top.
      await expect.poll(onIt, { message: `${path} ${kind} ${block}`, ...SOON }).toMatch(block === 'start' ? /^(?!tactful)/ : /^itself/);
    }
  }
});
