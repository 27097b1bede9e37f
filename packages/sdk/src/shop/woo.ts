import type { StartVocabulary } from './Shop.ts';
import { readWooCart } from './readWooCart.ts';
import { money } from './money.ts';

/** On the page of a received order: its number, and its total; of classic pages and of blocks. */
const ORDER = '.woocommerce-order-overview__order strong,.wc-block-order-confirmation-summary-list-item__value';
const TOTAL = '.woocommerce-order-overview__total .amount,.wc-block-order-confirmation-summary-list .amount';

/**
 * WooCommerce: jQuery events of the classic pages on `body`, which no native listener hears, and the blocks' own native ones.
 * https://developer.woocommerce.com/docs/cart-and-checkout-dom-events/
 */
export const startWoo: StartVocabulary = ({ scope, tell, cart }) => {
  let bound: unknown, told: string | undefined;
  let chosen = false, ordered = '';
  const moved = (name: string, button: any): void => {
    const data = button && button.data ? button.data() : {};
    const price = money(button && button.closest && button.closest('.product,.cart_item').find('.price ins .amount,.price .amount,.product-price .amount').first().text());
    tell('woo', name, { item_id: data.product_id, quantity: data.quantity || 1, price });
  };
  const run: Record<string, (...args: any[]) => void> = {
    added_to_cart: (_event, _fragments, _hash, button) => moved('add_to_cart', button),
    removed_from_cart: (_event, _fragments, _hash, button) => moved('remove_from_cart', button),
    applied_coupon: () => tell('woo', 'applied_coupon'),
    init_checkout: () => tell('woo', 'begin_checkout', { ...readWooCart() }),
    // The first one is the shop's own choice, when the page is drawn.
    payment_method_selected: () => {
      if (chosen) tell('woo', 'add_payment_info', { ...readWooCart() });
      chosen = true;
    },
    checkout_error: () => tell('woo', 'checkout_error'),
  };
  scope.listen(document, 'wc-blocks_added_to_cart wc-blocks_removed_from_cart', ({ type }) =>
    tell('wc-blocks', /added/.test(type) ? 'add_to_cart' : 'remove_from_cart', { quantity: 1 }));
  return (anew) => {
    const { body } = document;
    if (!/\bwoocommerce/.test(body.className)) return;
    const $ = (window as any).jQuery;
    if ($ && $.fn && bound != body) {
      bound = body;
      for (const name of Object.keys(run)) {
        const guarded = scope.guard(run[name]!);
        $(body).on(name, guarded);
        scope.track(() => $(body).off(name, guarded));
      }
    }
    // The shop draws it anew whenever it changes, the blocks without a word of it.
    const now = readWooCart();
    const text = JSON.stringify(now);
    if (now && text != told) cart('woo', now);
    told = text;
    if (!anew) return;
    // The confirmation says the order in words only: its number first.
    const textOf = (selector: string): string => (document.querySelector(selector) || { textContent: '' }).textContent!;
    const order = textOf(ORDER).trim();
    if (order && order != ordered) tell('woo', 'purchase', { transaction_id: order, value: money(textOf(TOTAL)) });
    ordered = order;
  };
};
