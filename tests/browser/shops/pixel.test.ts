import type { CampaignReport, SessionDetail, SessionRow } from '@tactful/protocol';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../harness/launchBrowser.ts';
import { servePages, type Served } from '../harness/servePages.ts';
import { createAdmin, type Admin } from '../recipes/stage/createAdmin.ts';
import { createWire, type Wire } from '../recipes/stage/createWire.ts';
import { findVisitor } from '../recipes/stage/findVisitor.ts';
import { openVisitor, type Tab, type Visitor } from '../recipes/stage/openVisitor.ts';
import { startCollector, type Collector } from '../recipes/stage/startCollector.ts';
import { checkout, platform } from './platform.ts';

const SOURCE = {
  v: 1, site: { locale: 'en', currency: 'EUR' }, holdout: 0,
  campaigns: [{
    id: 'help', name: 'Help with the cart', status: 'live', control: 0.5, trigger: { any: [{ on: 'event', name: 'add_to_cart' }] },
    message: { kind: 'card', title: { en: 'Need a hand?' }, body: { en: 'Ask us.' } }, goal: { event: 'purchase', within: '24h' },
  }],
};

let collector: Collector;
let wire: Wire;
let admin: Admin;
let browser: Browser;
let shop: Served;
beforeAll(async () => {
  collector = await startCollector();
  wire = await createWire(collector.url);
  admin = createAdmin(collector.url.origin, collector.deployToken);
  browser = await launchBrowser('--disable-blink-features=AutomationControlled');
  // A theme has no say at checkout: no tag there, only the pixel.
  shop = await servePages(({ path }, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><html lang="en"><head><title>Shop</title>${platform(wire.origin)}
${path.startsWith('/checkouts') ? '' : `<script async src="${wire.origin}/tactful.js" crossorigin="anonymous" data-key="pk_shop" data-consent="granted"></script>`}</head><body style="min-height:200vh"><h1>Mug</h1></body></html>`));
  // A sandbox says that its origin is `null`.
  await admin.addSite({ name: 'Shop', id: 'shop', key: 'pk_shop', origins: [shop.origin, 'null'] });
  await admin.publish('shop', SOURCE);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([shop.close(), wire.close()]);
  await collector.close();
});

/** A visitor of that arm who puts something into the cart, which is the campaign's moment, and goes on to the checkout. */
async function shopAs(arm: 'treatment' | 'control'): Promise<{ visitor: Visitor; tab: Tab; id: string }> {
  const drawn = findVisitor(await admin.served('pk_shop'), 'help', arm);
  const visitor = await openVisitor({ browser, wire, origin: shop.origin, drawn });
  const tab = await visitor.newTab();
  await tab.open('/products/mug');
  await tab.page.mouse.move(500, 300);
  await tab.page.evaluate(() => (window as any).tactful('track', 'add_to_cart', { value: 36, currency: 'EUR', quantity: 2 }));
  if (arm === 'treatment') {
    await tab.sight.one('heading', 'Need a hand?');
    await visitor.run(1_500);
  } else await tab.heldOut('help');
  await tab.page.goto(new URL('/checkouts/cn/1', shop.origin).href, { waitUntil: 'load' });
  return { visitor, tab, id: drawn.visitor };
}
const posts = (): number => wire.crossings.filter(({ path, headers, status }) => path === '/v1/summaries' && headers.origin === 'null' && status === 202).length;
const standard = async (tab: Tab, name: string, data: object): Promise<void> => {
  const before = posts();
  await tab.page.evaluate(([event, told]) => (window as any).standard(event, told), [name, data] as const);
  await expect.poll(posts, { timeout: 20_000 }).toBe(before + 1);
};

it('an exposure on the storefront and an order in the pixel meet in one visitor and one session, and in one row of lift', async () => {
  const kept = await shopAs('control');
  await kept.visitor.close();
  const { visitor, tab, id } = await shopAs('treatment');
  await standard(tab, 'checkout_started', { checkout });
  await standard(tab, 'payment_info_submitted', { checkout });
  // Another page of the same tab, and another pixel.
  await tab.page.goto(new URL('/checkouts/cn/1/thank-you', shop.origin).href, { waitUntil: 'load' });
  await standard(tab, 'checkout_completed', { checkout: { ...checkout, order: { id: '5551234', customer: { id: '9', isFirstOrder: true } } } });
  await visitor.close();

  const [campaign] = await admin.campaigns('shop') as CampaignReport[];
  expect(campaign).toMatchObject({ id: 'help', treatment: { visitors: 1, conversions: 1, value: 41 }, control: { visitors: 1, conversions: 0 } });

  const details = await Promise.all((await admin.sessions('shop')).map(({ session }: SessionRow) => admin.session('shop', session)));
  const mine = details.filter(({ summary }: SessionDetail) => summary.visitor === id);
  expect(mine).toHaveLength(1);
  const [{ summary, parts }] = mine as [SessionDetail];
  expect(parts).toHaveLength(2);
  expect(summary).toMatchObject({
    cart: { stage: 'purchased', items: 0 }, counts: { add_to_cart: 1, begin_checkout: 1, add_payment_info: 1, purchase: 1 },
    exposures: [{ campaign: 'help', arm: 'treatment' }], goals: [{ event: 'purchase', value: 41, currency: 'EUR' }],
  });
  // Nothing of the order but its sum.
  const sent = wire.crossings.map(({ body, headers }) => body + JSON.stringify(headers)).join();
  for (const secret of ['5551234', 'ann@example.com', '+15550100', '123f5b4e', 'Mug']) expect(sent).not.toContain(secret);
});

it('without consent the pixel keeps and sends nothing', async () => {
  const visitor = await openVisitor({ browser, wire, origin: shop.origin });
  const tab = await visitor.newTab();
  const from = wire.crossings.length;
  await tab.page.goto(new URL('/checkouts/cn/2', shop.origin).href, { waitUntil: 'load' });
  await tab.page.evaluate((told) => (window as any).standard('checkout_completed', told), { checkout });
  // It asks for what is kept as it starts, and with the order.
  await expect.poll(() => tab.page.evaluate(() => (window as any).asked), { timeout: 20_000 }).toEqual(['getItem', 'getItem']);
  await visitor.run(1_000);
  expect(wire.crossings.slice(from).filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(await tab.page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  await visitor.close();
});
