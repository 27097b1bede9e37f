import type { StartVocabulary } from './Shop.ts';
import { readWooCart } from './readWooCart.ts';
import { money } from './money.ts';

/**
 * WooCommerce: jQuery events of the classic pages on `body`, which no native listener hears, and the blocks' own native ones.
 * https://developer.woocommerce.com/docs/cart-and-checkout-dom-events/
 */
export const startWoo: StartVocabulary = ({ scope, tell, cart }) => {
  let bound: unknown;
  let chosen = false;
  let ordered = '';
  const SHOWN = 'updated_cart_totals updated_wc_div updated_checkout wc_fragments_refreshed wc_fragments_loaded';
  // The shop draws the cart anew in a handler of its own.
  const read = (): void => void scope.after(0, () => {
    const now = readWooCart();
    if (now) cart('woo', now);
  });
  const moved = (name: string, button: any): void => {
    const data = button && button.data ? button.data() : {};
    const price = money(button && button.closest && button.closest('.product,.cart_item').find('.price ins .amount,.price .amount,.product-price .amount').first().text());
    tell('woo', name, { item_id: data.product_id, quantity: data.quantity || 1, price });
    read();
  };
  const run: Record<string, (...args: any[]) => void> = {
    added_to_cart: (_event, _fragments, _hash, button) => moved('add_to_cart', button),
    removed_from_cart: (_event, _fragments, _hash, button) => moved('remove_from_cart', button),
    applied_coupon: () => {
      tell('woo', 'applied_coupon');
      read();
    },
    init_checkout: () => tell('woo', 'begin_checkout', { ...readWooCart() }),
    // The first one is the shop's own choice, when the page is drawn.
    payment_method_selected: () => {
      if (chosen) tell('woo', 'add_payment_info', { ...readWooCart() });
      chosen = true;
    },
    checkout_error: () => tell('woo', 'checkout_error'),
  };
  for (const name of SHOWN.split(' ')) run[name] = read;
  scope.listen(document, 'wc-blocks_added_to_cart wc-blocks_removed_from_cart', ({ type }) => {
    tell('wc-blocks', type == 'wc-blocks_added_to_cart' ? 'add_to_cart' : 'remove_from_cart', { quantity: 1 });
    read();
  });
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
    if (!anew) return;
    read();
    // The confirmation says the order in words only.
    const text = (selector: string): string => (document.querySelector('.woocommerce-order-overview__' + selector) || { textContent: '' }).textContent!;
    const order = text('order strong').trim();
    if (order && order != ordered) tell('woo', 'purchase', { transaction_id: order, value: money(text('total .amount')) });
    ordered = order;
  };
};
