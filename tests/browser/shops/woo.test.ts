import { expect, it } from 'vitest';
import { SOON } from '../harness/openTab.ts';
import type { ShopVisit } from './openShop.ts';
import { useShops } from './useShops.ts';

const shops = useShops();
const OURS = 'added_to_cart,applied_coupon,checkout_error,init_checkout,payment_method_selected,removed_from_cart';
/** The cart as it is once the visitor did something: what the shop drew meanwhile is looked at then. */
const looked = async (visit: ShopVisit): ReturnType<ShopVisit['cart']> => {
  await visit.tab.page.mouse.wheel(0, 5);
  return visit.cart();
};

it('a classic product page with real jQuery: what is added and removed, the cart as its fragments show it', async () => {
  const visit = await shops().open('woo-product');
  expect(await visit.types()).toContain('product');
  expect(await visit.step('listeners')).toBe(OURS);
  await visit.step('add');
  await expect.poll(() => looked(visit), SOON).toEqual({ stage: 'cart', value: 2036, currency: 'EUR', items: 2 });
  await visit.step('remove');
  await expect.poll(() => looked(visit), SOON).toMatchObject({ value: 0, items: 0 });
  expect(await visit.counts()).toEqual({ add_to_cart: 1, remove_from_cart: 1 });
  await visit.tab.call('destroy');
  expect(await visit.step('listeners')).toBe('added_to_cart,removed_from_cart');
  expect(visit.tab.errors).toEqual([]);
  await visit.close();
});

it('what a plug-in tells Tag Manager as well is one thing', async () => {
  const visit = await shops().open('woo-product');
  await visit.tab.page.evaluate(() => { (window as any).dataLayer = []; });
  await expect.poll(async () => {
    await visit.tab.page.mouse.wheel(0, 5);
    return visit.tab.page.evaluate(() => Object.keys((window as any).dataLayer).includes('push'));
  }, SOON).toBe(true);
  await visit.step('add');
  // https://gtm4wp.com/google-tag-manager-for-wordpress-features/woocommerce: after the shop's own event.
  await visit.tab.page.evaluate(() => (window as any).dataLayer.push({ ecommerce: null }, { event: 'add_to_cart', ecommerce: { currency: 'EUR', value: 2036, items: [{ item_id: 22, price: 1018, quantity: 2 }] } }));
  await expect.poll(() => looked(visit), SOON).toEqual({ stage: 'cart', value: 2036, currency: 'EUR', items: 2 });
  await visit.step('remove');
  await expect.poll(() => looked(visit), SOON).toMatchObject({ items: 0 });
  expect(await visit.counts()).toEqual({ add_to_cart: 1, remove_from_cart: 1 });
  await visit.close();
});

it('the cart’s page: its type, its worth, new totals, a coupon', async () => {
  const visit = await shops().open('woo-cart');
  expect(await visit.types()).toContain('cart');
  expect(await visit.cart()).toEqual({ stage: 'cart', value: 56, currency: 'EUR', items: 3 });
  await visit.step('update');
  await expect.poll(() => looked(visit), SOON).toEqual({ stage: 'cart', value: 38, currency: 'EUR', items: 2 });
  await visit.step('coupon');
  expect((await visit.summary()).counts['events']).toBe(1);
  await visit.close();
});

it('checkout: begun, a payment chosen by the visitor and not by the shop, failures as errors of one form', async () => {
  const visit = await shops().open('woo-checkout');
  expect(await visit.types()).toContain('checkout');
  await visit.step('init');
  await expect.poll(() => looked(visit), SOON).toEqual({ stage: 'checkout', value: 36, currency: 'EUR', items: 2 });
  await visit.step('fail');
  expect(await visit.counts()).toMatchObject({ begin_checkout: 1, form_errors: 1, form_errors_run: 1 });
  // Another attempt, which fails, too.
  await visit.tab.page.keyboard.press('Enter');
  await visit.step('fail');
  await visit.step('choose');
  expect(await visit.counts()).toEqual({ begin_checkout: 1, add_payment_info: 1, form_errors: 2, form_errors_run: 2 });
  expect(await visit.cart()).toMatchObject({ stage: 'payment' });
  await visit.close();
});

it.each(['woo-received', 'woo-block-received'])('%s: its type and the order, once however often it is loaded', async (page) => {
  const visit = await shops().open(page);
  await expect.poll(async () => (await visit.summary()).goals.length, SOON).toBe(1);
  await visit.tab.go('/x');
  expect(await visit.types()).toContain('confirmation');
  const summary = await visit.summary();
  expect(summary.goals).toMatchObject([{ event: 'purchase', value: 41, currency: 'EUR' }]);
  expect(JSON.stringify(summary)).not.toContain('4711');
  await visit.close();
});

it('blocks: native events', async () => {
  const visit = await shops().open('woo-blocks');
  await visit.step('add');
  expect(await visit.cart()).toMatchObject({ stage: 'cart', items: 1 });
  await visit.step('remove');
  expect(await visit.counts()).toEqual({ add_to_cart: 1, remove_from_cart: 1 });
  await visit.close();
});

it('blocks: the cart as their store keeps it, in the smallest unit of its currency, once it is there; it is never made to ask for it', async () => {
  const visit = await shops().open('woo-block-cart');
  expect(await visit.types()).toContain('cart');
  expect(await looked(visit)).toEqual({ stage: 'none', items: 0 });
  await visit.step('come');
  await expect.poll(() => looked(visit), SOON).toEqual({ stage: 'cart', value: 25, currency: 'KWD', items: 2 });
  await visit.step('more');
  await expect.poll(() => looked(visit), SOON).toEqual({ stage: 'cart', value: 37.5, currency: 'KWD', items: 3 });
  expect(await visit.tab.page.evaluate(() => (window as any).asked)).toBe(0);
  expect(visit.tab.errors).toEqual([]);
  await visit.close();
});
