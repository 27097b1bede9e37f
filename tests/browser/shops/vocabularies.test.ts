import { expect, it } from 'vitest';
import { SOON } from '../harness/openTab.ts';
import type { ShopVisit } from './openShop.ts';
import { useShops } from './useShops.ts';

const shops = useShops();
/** An input that is told, and that is one a second: what came late is looked for then. */
const find = async (visit: ShopVisit, found: () => Promise<unknown>): Promise<void> => {
  await expect.poll(async () => {
    await visit.tab.page.mouse.wheel(0, 5);
    return found();
  }, SOON).toBe(true);
};
const patched = (visit: ShopVisit, path: string): Promise<boolean> => visit.tab.page.evaluate((names) =>
  String(names.split('.').reduce((of: any, name) => of[name], window)).includes('apply'), path);
const bought = async (visit: ShopVisit, value: number, order: string): Promise<void> => {
  await visit.step('buy');
  await expect.poll(async () => (await visit.summary()).goals.length, SOON).toBe(1);
  const summary = await visit.summary();
  expect(summary.goals).toMatchObject([{ event: 'purchase', value, currency: 'EUR' }]);
  expect(summary.cart).toMatchObject({ stage: 'purchased', items: 0 });
  // The order's own number never leaves.
  expect(JSON.stringify(summary)).not.toContain(order);
  await visit.tab.call('flush');
  expect(shops().stage.collector.received.map(({ body }) => body).join()).not.toContain(order);
  expect(visit.tab.errors).toEqual([]);
  await visit.close();
};

it.each(['ga4', 'gtag'])('%s: cart, steps, page and order, and no further file', async (page) => {
  const visit = await shops().open(page);
  expect(await visit.types()).toContain('product');
  await visit.step('add');
  expect(await visit.cart()).toEqual({ stage: 'cart', value: 30.03, currency: 'EUR', items: 3 });
  await visit.step('remove');
  expect(await visit.cart()).toMatchObject({ items: 2 });
  await visit.step('checkout');
  expect(await visit.cart()).toEqual({ stage: 'payment', value: 20.02, currency: 'EUR', items: 2 });
  expect(await visit.counts()).toEqual({ view_item: 1, add_to_cart: 1, remove_from_cart: 1, begin_checkout: 1, add_payment_info: 1 });
  expect(await visit.tab.page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('tactful-shop')).length)).toBe(0);
  await bought(visit, 25.42, 'T_12345');
});

it('Baidu Tongji: events by their action, orders, before and after its script', async () => {
  const visit = await shops().open('baidu');
  await find(visit, () => patched(visit, '_hmt.push'));
  await visit.step('add');
  expect(await visit.counts()).toEqual({ add_to_cart: 1 });
  await visit.step('loaded');
  await find(visit, () => patched(visit, '_hmt.push'));
  await bought(visit, 100.3, 'C03-0910519');
});

it('Matomo: the whole cart at each update, views, orders', async () => {
  const visit = await shops().open('matomo');
  await find(visit, () => patched(visit, '_paq.push'));
  expect(await visit.types()).toContain('product');
  await visit.step('add');
  expect(await visit.cart()).toEqual({ stage: 'cart', value: 15.5, currency: 'EUR', items: 3 });
  // Told again on every page, as its documentation wants it.
  await visit.step('add');
  expect(await visit.counts()).toEqual({ view_item: 1, add_to_cart: 1 });
  await visit.step('loaded');
  await find(visit, () => patched(visit, '_paq.push'));
  await visit.step('remove');
  expect(await visit.cart()).toEqual({ stage: 'cart', value: 8.8, currency: 'EUR', items: 1 });
  expect(await visit.counts()).toEqual({ view_item: 1, add_to_cart: 1, remove_from_cart: 1 });
  await visit.step('event');
  expect((await visit.summary()).counts['events']).toBe(4);
  await bought(visit, 35, 'A10000123');
});

it('Sensors Analytics: its queue, its calls, its script; none of its own autocapture, and nothing twice', async () => {
  const visit = await shops().open('sensors');
  await find(visit, () => patched(visit, 'sensors.track'));
  expect(await visit.counts()).toEqual({ view_item: 1 });
  await visit.step('auto');
  await visit.step('add');
  expect(await visit.cart()).toEqual({ stage: 'cart', value: 40, currency: 'EUR', items: 2 });
  expect((await visit.summary()).counts['events']).toBe(2);
  await visit.step('loaded');
  await find(visit, () => patched(visit, 'sensors.track'));
  expect(await visit.counts()).toEqual({ view_item: 1, add_to_cart: 1 });
  await bought(visit, 40, 'O-1');
});

it('GrowingIO: calls, with its queue left to it', async () => {
  const visit = await shops().open('growingio');
  await find(visit, () => patched(visit, 'gdp'));
  await visit.step('add');
  expect(await visit.cart()).toEqual({ stage: 'cart', value: 24, currency: 'EUR', items: 2 });
  expect(await visit.counts()).toEqual({ view_item: 1, add_to_cart: 1 });
  expect(await visit.step('queue')).toBe(3);
  await bought(visit, 24, 'G-7');
});

it('Segment: the stub’s calls, its script, the ordering events', async () => {
  const visit = await shops().open('segment');
  await find(visit, () => patched(visit, 'analytics.track'));
  await visit.step('add');
  expect(await visit.cart()).toEqual({ stage: 'cart', value: 37.98, currency: 'EUR', items: 2 });
  await visit.step('view');
  expect(await visit.cart()).toEqual({ stage: 'cart', value: 25, currency: 'EUR', items: 3 });
  await visit.step('loaded');
  await find(visit, () => patched(visit, 'analytics.track'));
  expect(await visit.counts()).toEqual({ view_item: 1, add_to_cart: 1, view_cart: 1 });
  await bought(visit, 25, '50314b8e9bcf');
});

it('a queue that a tag manager makes later brings the file with the visitor’s next input', async () => {
  const visit = await shops().open('gtag');
  await visit.tab.page.evaluate(() => { (window as any)._hmt = [['_trackOrder', { orderId: 'C03', orderTotal: 12, item: [] }]]; });
  await find(visit, async () => (await visit.summary()).goals.length === 1);
  expect((await visit.summary()).goals).toMatchObject([{ event: 'purchase', value: 12, currency: 'EUR' }]);
  await visit.close();
});

it('destroy() gives every function and queue back', async () => {
  const visit = await shops().open('segment');
  await find(visit, () => patched(visit, 'analytics.track'));
  await visit.tab.call('destroy');
  expect(await patched(visit, 'analytics.track')).toBe(false);
  await visit.close();
});

it('a function that may not be wrapped is left alone, and the others are heard', async () => {
  const visit = await shops().open('growingio');
  await visit.tab.page.evaluate(() => { (window as any).analytics = Object.freeze({ track() {} }); });
  await find(visit, () => patched(visit, 'gdp'));
  await visit.step('add');
  expect(await visit.cart()).toMatchObject({ items: 2 });
  expect(visit.tab.errors).toEqual([]);
  await visit.close();
});
