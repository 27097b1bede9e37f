import type { PageType } from '@tactful/protocol';

/**
 * Words that tell a page's type: of the path, of the body classes of WooCommerce (`woocommerce-cart`, `single-product`) and
 * Shopify themes (`template-cart`), or of a GA4 event's name. First match counts, so the narrower come first.
 */
const TYPES: readonly (readonly [PageType, RegExp])[] = [
  ['product', /\bproducts?\/.|e-product\b|^view item$/],
  ['confirmation', /order.received|thank|confirm|^purchase/],
  ['checkout', /checkouts?\b|^add .* info/],
  ['cart', /\b(cart|basket|bag)\b/],
  ['product', /schema$/],
  ['listing', /\b(collection|categor|shop|product|search|item list)/],
  ['pricing', /\b(pricing|plans)/],
  ['signup', /sign.?up|register/],
  ['account', /account|log.?in/],
  ['help', /\b(help|faq|support|contact)/],
  ['home', /^\/ /],
];

/** The type of a page, without any configuration. */
export function recognizePage(words: string): PageType {
  const found = TYPES.find(([, type]) => type.test(words));
  return found ? found[0] : 'other';
}
