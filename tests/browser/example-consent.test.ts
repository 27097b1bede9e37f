import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSaas } from '../../examples/saas/server.mjs';
import { startShop } from '../../examples/shop/server.mjs';
import { launchBrowser } from './harness/launchBrowser.ts';

const NOWHERE = 'http://127.0.0.1:9';
let browser: Browser;
let sites: { origin: string; close(): Promise<unknown> }[];
beforeAll(async () => {
  browser = await launchBrowser();
  sites = [await startShop({ port: 0, host: NOWHERE, key: 'pk_x', secret: '' }), await startSaas({ port: 0, host: NOWHERE, key: 'pk_x' })];
});
afterAll(async () => {
  await browser.close();
  await Promise.all(sites.map((site) => site.close()));
});

it.each([
  ['shop', 0, 1280, 'light'], ['shop', 0, 390, 'dark'], ['SaaS', 1, 1280, 'dark'], ['SaaS', 1, 390, 'light'],
] as const)('%s (site %i) at %i px, %s: yes and no weigh the same', async (_name, index, width, colorScheme) => {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  await page.goto(sites[index]!.origin);
  const looks = await page.locator('[data-consent-choice]').evaluateAll((buttons) => buttons.map((button) => {
    const { color, backgroundColor, borderColor, borderWidth, fontSize, fontWeight, boxShadow } = getComputedStyle(button);
    const { width: wide, height, top } = button.getBoundingClientRect();
    return { color, backgroundColor, borderColor, borderWidth, fontSize, fontWeight, boxShadow, wide: Math.round(wide), height, top };
  }));
  expect(looks).toHaveLength(2);
  expect(looks[0]).toEqual(looks[1]);
  await page.close();
});
