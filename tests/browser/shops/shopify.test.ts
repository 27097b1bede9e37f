import { expect, it } from 'vitest';
import { SOON } from '../harness/openTab.ts';
import { useShops } from './useShops.ts';

const shops = useShops();

it('a theme that asks for /cart/add, as Dawn does: the form tells what, the request that it went through', async () => {
  const visit = await shops().open('shopify-product', '/products/mug');
  expect(await visit.types()).toContain('product');
  const before = await visit.tab.page.evaluate(() => String(window.fetch));
  await visit.tab.page.click('button[name=add]');
  await expect.poll(() => visit.cart(), SOON).toEqual({ stage: 'cart', value: 39.98, currency: 'EUR', items: 2 });
  expect(await visit.counts()).toEqual({ add_to_cart: 1 });
  expect(await visit.tab.page.evaluate(() => String(window.fetch))).toBe(before);
  // Nothing is asked of the shop by us.
  expect(await visit.tab.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith('/cart')))).toEqual(['/cart/add']);
  await visit.close();
});

it('standard events: the cart as the shop answers it; a refusal and a failure change nothing', async () => {
  const visit = await shops().open('shopify-product', '/products/mug');
  await visit.step('standard');
  await expect.poll(() => visit.cart(), SOON).toEqual({ stage: 'cart', value: 59.97, currency: 'EUR', items: 3 });
  await visit.step('refused');
  await visit.step('offline');
  await visit.step('fewer');
  await expect.poll(() => visit.cart(), SOON).toEqual({ stage: 'cart', value: 19.99, currency: 'EUR', items: 1 });
  expect(await visit.counts()).toEqual({ add_to_cart: 1 });
  expect(visit.tab.errors).toEqual([]);
  await visit.close();
});

it('tells the pixel who is there with consent, and takes it back without', async () => {
  const visit = await shops().open('shopify-product', '/products/mug');
  const published = (): Promise<any[]> => visit.tab.page.evaluate(() => (window as any).published);
  await expect.poll(published, SOON).toHaveLength(1);
  const { visitor, session } = await visit.summary();
  expect(await published()).toEqual([['tactful:visitor', { visitor, session, site: 'test', config: 'c1', context: { device: 'desktop', referrer: 'direct', locale: 'en' } }]]);
  await visit.tab.call('consent', 'denied');
  await expect.poll(async () => {
    await visit.tab.page.mouse.wheel(0, 5);
    return (await published()).at(-1);
  }, SOON).toEqual(['tactful:visitor', {}]);
  await visit.close();
});
