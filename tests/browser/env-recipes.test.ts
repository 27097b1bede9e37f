import { beforeAll, expect, it } from 'vitest';
import { bundleRecipes } from './env/bundleRecipes.ts';
import { usePlace } from './env/usePlace.ts';
import { countHeld } from './harness/countHeld.ts';
import { campaign, deviceConfig } from './harness/deviceConfig.ts';
import { SOON } from './harness/openTab.ts';

let files: ReadonlyMap<string, string>;
beforeAll(async () => void (files = await bundleRecipes()));
const place = usePlace(deviceConfig({
  pages: [{ id: 'one', match: ['/*/one'] }, { id: 'checkout', match: ['/*/checkout'] }],
  targets: ['#save'], signals: [{ id: 'saved', on: 'click', target: 0 }], campaigns: [campaign('help', [{ on: 'event', name: 'stuck' }])],
}), (path, collector) => files.has(path.slice(1))
  ? { script: files.get(path.slice(1))! }
  : `<!doctype html><html lang="en"><title>App</title><script>window.cx = '${collector}'</script><script type="module" src="/${path.split('/')[1]}.js"></script><div id="app"></div>`);

it.each(['vue', 'svelte'])('%s: the recipe counts each route once, mounted anew it counts nothing twice, unmounted it leaves nothing', async (kind) => {
  const { page, visitor, wrong } = await place.visit(`/${kind}/one`, (context) => context.addInitScript(countHeld));
  const follow = async (name: string) => {
    await page.getByRole('link', { name }).click();
    await page.locator('h1', { hasText: name.toLowerCase() }).waitFor();
  };
  const held = () => page.evaluate(() => (window as any).held());
  const summary = () => page.evaluate(() => (window as any).tactful.summary());
  const flush = () => page.evaluate(() => (window as any).tactful.flush());
  const grant = async (times: number) => {
    await page.waitForFunction((n) => (window as any).starts === n && (window as any).told.filter((event: string) => event === 'ready').length === n, times);
    await page.evaluate(() => (window as any).tactful.consent('granted'));
    await expect.poll(summary, SOON).toBeTruthy();
  };
  const globals = await page.evaluate(() => {
    (window as any).mount();
    return Object.getOwnPropertyNames(window);
  });
  await grant(1);
  await follow('Checkout');
  await follow('One');
  await page.goBack();
  await page.locator('h1', { hasText: 'checkout' }).waitFor();
  await page.locator('#save').click();
  const first = await summary();
  expect([first.pages.one.views, first.pages.checkout.views, first.signals.saved.count]).toEqual([2, 2, 1]);
  // After input it is listened for again a moment later.
  await expect.poll(async () => (await held()).listeners, SOON).toContain('wheel');
  const { listeners } = await held();
  await flush();

  await page.evaluate(() => (window as any).again());
  await grant(2);
  await expect.poll(async () => (await held()).listeners, SOON).toEqual(listeners);
  await page.locator('#save').click();
  await follow('One');
  await page.evaluate(() => (window as any).tactful.track('stuck'));
  await page.locator('tactful-widget .panel').waitFor();
  expect(await page.locator('tactful-widget').count()).toBe(1);

  await flush();
  await page.evaluate(() => (window as any).leave());
  await expect.poll(held, SOON).toEqual({ listeners: [], timers: 0, observers: 0, channels: 0 });
  expect(await page.evaluate(async (before) => [
    (await navigator.locks.query()).held!.length, document.querySelectorAll('tactful-widget').length, Object.getOwnPropertyNames(window).filter((name) => !before.includes(name)),
  ], globals)).toEqual([0, 0, []]);
  // The part goes on; what is mounted is entered, as a page that is loaded.
  expect(place.collector.summaries().map(({ part, pages, signals, exposures }) => [part, pages['one']!.views, pages['checkout']!.views, signals['saved']!.count, exposures.length]))
    .toEqual([[first.part, 2, 2, 1, 0], [first.part, 3, 3, 2, 1]]);
  expect(wrong).toEqual([]);
  await visitor.close();
});
