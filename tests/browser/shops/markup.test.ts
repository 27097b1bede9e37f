import { expect, it } from 'vitest';
import { SOON } from '../harness/openTab.ts';
import { useShops } from './useShops.ts';

const shops = useShops();

it.each([['shopline-2', 5], ['shopline-3', 3]])('SHOPLINE, %s: the bus of its themes', async (page, listening) => {
  const visit = await shops().open(page);
  expect(await visit.types()).toContain('product');
  expect(await visit.step('listening')).toBe(listening);
  await visit.step('view');
  await visit.step('add');
  expect(await visit.cart()).toEqual({ stage: 'cart', value: 25, currency: 'EUR', items: 2 });
  expect(await visit.counts()).toEqual({ view_item: 1, add_to_cart: 1 });
  await visit.tab.call('destroy');
  expect(await visit.step('listening')).toBe(0);
  await visit.close();
});

it('data-tactful-event: what is there, what is pressed, what is sent, what comes later', async () => {
  const visit = await shops().open('marks');
  expect(await visit.counts()).toEqual({ view_item: 1 });
  expect(await visit.types()).toContain('product');
  await visit.tab.page.click('#label');
  expect(await visit.cart()).toEqual({ stage: 'cart', value: 40, currency: 'EUR', items: 2 });
  await visit.tab.page.click('#send');
  expect(await visit.cart()).toEqual({ stage: 'checkout', value: 40, currency: 'EUR', items: 2 });
  await visit.step('thanks');
  await expect.poll(async () => {
    await visit.tab.page.mouse.wheel(0, 5);
    return (await visit.summary()).goals.length;
  }, SOON).toBe(1);
  const summary = await visit.summary();
  expect(summary.goals).toMatchObject([{ event: 'purchase', value: 40, currency: 'EUR' }]);
  expect(JSON.stringify(summary)).not.toContain('A-17');
  expect(await visit.counts()).toEqual({ view_item: 1, add_to_cart: 1, begin_checkout: 1, purchase: 1 });
  await visit.close();
});

it('data-tactful-cart-value alone: the cart as the page shows it, in the site’s currency, and as it changes', async () => {
  const visit = await shops().open('cart-mark');
  await expect.poll(visit.cart, SOON).toEqual({ stage: 'cart', value: 40, currency: 'EUR', items: 2 });
  await visit.step('more');
  await expect.poll(async () => {
    await visit.tab.page.mouse.wheel(0, 5);
    return visit.cart();
  }, SOON).toEqual({ stage: 'cart', value: 65.5, currency: 'EUR', items: 3 });
  await visit.close();
});

it.each([['schema-product', 'product', 1], ['schema-micro', 'product', 1], ['schema-order', 'confirmation', 0], ['schema-list', 'listing', 0]])('schema.org: %s is a page of type %s', async (page, type, views) => {
  const visit = await shops().open(page);
  expect(await visit.types()).toContain(type);
  expect((await visit.counts())['view_item'] ?? 0).toBe(views);
  // A broken document is counted, and no error of the page's.
  expect(visit.tab.errors).toEqual([]);
  await visit.close();
});
