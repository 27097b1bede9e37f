import { money } from './money.ts';
import type { CartNow } from './Shop.ts';

/** Where the sum of the goods stands: cart and checkout, mini cart. */
const SUMS = ['.cart-subtotal .amount', '.woocommerce-mini-cart__total .amount'];
/** Where each line's number of pieces stands: a field on the cart's page, "× 2" at checkout, "2 × $18.00" in the mini cart. */
const PIECES = ['.cart_item .qty', '.cart_item .product-quantity', '.woocommerce-mini-cart-item .quantity'];

/**
 * WooCommerce's cart as the blocks keep it, once they have it (asked before, they would ask the shop), else as the page shows it; undefined
 * where there is none. https://developer.woocommerce.com/docs/block-development/reference/data-store/cart
 */
export function readWooCart(): CartNow | undefined {
  const { wp, wcSettings } = window as any;
  const store = wp && wp.data && wp.data.select('wc/store/cart');
  if (store && store.hasFinishedResolution('getCartData')) {
    const { itemsCount: items, totals: { total_items: sum, currency_minor_unit: digits, currency_code: currency } } = store.getCartData();
    return { value: sum / 10 ** digits, items, currency };
  }
  const { body } = document;
  if (body.querySelector('.cart-empty,.wc-empty-cart-message,.woocommerce-mini-cart__empty-message')) return { value: 0, items: 0 };
  const sum = SUMS.map((place) => body.querySelector(place)).find(Boolean);
  const lines = PIECES.map((place) => [...body.querySelectorAll(place)]).find(({ length }) => length) || [];
  const items = lines.reduce((total, line) => {
    const text = line instanceof HTMLInputElement ? line.value : line.textContent!.replace(/^.*×\s*(?=\d+\s*$)/, '').replace(/×.*/, '');
    return total + (money(text) || 1);
  }, 0);
  const currency = wcSettings && wcSettings.currency && wcSettings.currency.code;
  if (sum || items) return { value: money(sum && sum.textContent), items: items || undefined, currency };
}
