import { TEXTS } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { usePlace } from './env/usePlace.ts';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { ready } from './harness/openStage.ts';
import { SOON } from './harness/openTab.ts';
import { messages } from './widget/messages.ts';

/** The whole SDK, with every file that a page may come to load, under the strictest policy: the collector is let in and nothing else. */
const ALL = ['act', 'consent', 'data', 'debug', 'domain', 'sense', 'shop', 'survey', 'talk', 'widget'];
/** What loads all of them; every kind in every state, media too, is `widget-policy`'s. */
const { card, chat, survey } = messages('en');
const KINDS = [card, chat, survey];
const place = usePlace(deviceConfig({
  texts: TEXTS.en, offers: { freeship: {} }, parts: { sense: [], shop: [] },
  campaigns: KINDS.map((message) => campaign(message.kind, [{ on: 'event', name: message.kind }], { message })),
}), (_path, collector) => ({
  policy: `default-src 'none'; script-src ${collector}; connect-src ${collector} ${collector.replace('http', 'ws')}; img-src ${collector}; media-src ${collector}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
  html: `<!doctype html><html lang="en"><head><title>Shop</title><script async src="${collector}/tactful.js" crossorigin="anonymous" data-key="pk_test" data-domain="shop.localhost" data-consent="granted"></script></head>
<body><h1>Shop</h1><form id="pay"><input name="coupon" data-tactful-coupon><button>Pay</button></form></body></html>`,
}));

it('nothing is refused, whatever is shown, and all of it comes from the collector', async () => {
  const { page, visitor, wrong } = await place.visit('/?tactful_debug=1', (context) => context.addInitScript(() => {
    (window as any).dataLayer = [['consent', 'update', { analytics_storage: 'granted' }]];
  }));
  await ready(page);
  const inside = page.locator('tactful-widget');
  for (const { kind } of KINDS) {
    await page.evaluate((name) => (window as any).tactful.show(name), kind);
    await inside.locator('.panel').waitFor();
    if (kind === 'card') {
      await inside.getByRole('button', { name: 'Your data' }).click();
      await inside.locator('.outline').waitFor();
    }
    await page.evaluate(() => (window as any).tactful.hide());
    await expect.poll(() => inside.locator('.panel').count(), SOON).toBe(0);
  }
  await page.evaluate(async () => { (window as any).tactful.page(); await (window as any).tactful.flush(); });
  await expect.poll(() => place.collector.summaries().length, SOON).toBeGreaterThan(0);
  const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js')));
  expect(files.map((name) => /tactful-(\w+)\.js/.exec(name)?.[1]).filter(Boolean).sort()).toEqual(ALL);
  expect([wrong, new Set(files.map((name) => new URL(name).origin)).size]).toEqual([[], 1]);
  await visitor.close();
});
