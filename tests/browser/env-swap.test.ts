import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { bundleAstro } from './env/bundleAstro.ts';
import { usePlace } from './env/usePlace.ts';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { ready } from './harness/openStage.ts';
import { SOON } from './harness/openTab.ts';

/** Sites that swap the body under the script. */
const TURBO = readFileSync('node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js', 'utf8');
/** What a page has in its head, as Turbo's and Astro's docs say; of `<ClientRouter />` what it renders there. */
const HEADS = {
  turbo: '<script src="/turbo.js"></script>',
  astro: '<meta name="astro-view-transitions-enabled" content="true"><meta name="astro-view-transitions-fallback" content="animate"><script type="module" src="/astro.js"></script>',
};
let astro: string;
beforeAll(async () => void (astro = await bundleAstro()));
const place = usePlace(deviceConfig({
  pages: [{ id: 'one', match: ['/*/one'] }, { id: 'checkout', match: ['/*/checkout'] }],
  targets: ['#save'], signals: [{ id: 'saved', on: 'click', target: 0 }], campaigns: [campaign('help', [{ on: 'event', name: 'stuck' }])],
}), (path, collector) => {
  if (path.endsWith('.js')) return { script: path === '/turbo.js' ? TURBO : astro };
  const kind = path.split('/')[1] as keyof typeof HEADS;
  return `<!doctype html><html lang="en"><head><title>${path}</title>${HEADS[kind]}
<script async src="${collector}/tactful.js" crossorigin="anonymous" data-key="pk_test" data-consent="granted"></script></head>
<body><h1>${path}</h1><a href="/${kind}/one">One</a> <a href="/${kind}/checkout">Checkout</a> <button id="save">Save</button></body></html>`;
});

const follow = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('link', { name }).click();
  await page.locator('h1', { hasText: name.toLowerCase() }).waitFor();
};

it.each(['turbo', 'astro'])('%s swaps the body: one view per visit, one of each listener, the message stays', async (kind) => {
  const { page, visitor, wrong } = await place.visit(`/${kind}/one`);
  await ready(page);
  await page.evaluate(() => void ((window as any).first = (window as any).tactful));
  await follow(page, 'Checkout');
  await follow(page, 'One');
  await follow(page, 'Checkout');
  await page.locator('#save').click();
  const summary = () => page.evaluate(() => (window as any).tactful.summary());
  const views = async () => Object.fromEntries(Object.entries((await summary()).pages).map(([id, { views }]: [string, any]) => [id, views]));
  expect(await views()).toEqual({ one: 2, checkout: 2 });
  expect((await summary()).signals).toMatchObject({ saved: { count: 1 } });
  await page.evaluate(() => (window as any).tactful.track('stuck'));
  await page.locator('tactful-widget .panel').waitFor();
  await follow(page, 'One');
  await expect.poll(() => page.evaluate(() => (window as any).told.filter((event: string) => event === 'message:shown').length), SOON).toBe(1);
  expect(await page.locator('tactful-widget').count()).toBe(1);
  await page.locator('tactful-widget').getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => page.locator('tactful-widget').count(), SOON).toBe(0);
  await page.goBack();
  await expect.poll(views, SOON).toEqual({ one: 3, checkout: 3 });
  expect(await page.evaluate(() => (window as any).first === (window as any).tactful)).toBe(true);
  expect(place.collector.received.filter(({ path }) => path === '/v1/config')).toHaveLength(1);
  expect(wrong).toEqual([]);
  await visitor.close();
});
