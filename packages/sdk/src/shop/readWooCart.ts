import { money } from './money.ts';
import type { CartNow } from './Shop.ts';

const AMOUNT = ' .woocommerce-Price-amount';
/** Where the sum of the goods stands: cart, checkout, mini cart. */
const SUMS = ['.cart_totals .cart-subtotal', '.woocommerce-checkout-review-order-table .cart-subtotal', '.woocommerce-mini-cart__total'].map((place) => place + AMOUNT);
/** Where each line's number of pieces stands: a field on the cart's page, "× 2" at checkout, "2 × $18.00" in the mini cart. */
const PIECES = ['.woocommerce-cart-form input.qty', '.woocommerce-checkout-review-order-table .product-quantity', '.woocommerce-mini-cart-item .quantity'];

/** WooCommerce's cart as the page shows it; undefined where it shows none. */
export function readWooCart(): CartNow | undefined {
  const { body } = document;
  if (body.querySelector('.cart-empty,.wc-empty-cart-message,.woocommerce-mini-cart__empty-message')) return { value: 0, items: 0 };
  const sum = SUMS.map((place) => body.querySelector(place)).find(Boolean);
  const lines = PIECES.map((place) => [...body.querySelectorAll(place)]).find(({ length }) => length) || [];
  const items = lines.reduce((total, line) => {
    const text = line instanceof HTMLInputElement ? line.value : line.textContent!.replace(/^.*×\s*(?=\d+\s*$)/, '').replace(/×.*/, '');
    return total + (money(text) || 1);
  }, 0);
  const { wcSettings } = window as { wcSettings?: { currency?: { code?: string } } };
  const currency = wcSettings && wcSettings.currency && wcSettings.currency.code;
  if (sum || items) return { value: sum ? money(sum.textContent) : undefined, items: items || undefined, currency };
}
