import type { PageType } from '@tactful/protocol';

/**
 * Words in the path, and in the body classes of WooCommerce (`woocommerce-cart`, `single-product`) and Shopify themes
 * (`template-cart`), that tell a page's type. First match counts, so the narrower come first.
 */
const TYPES: readonly (readonly [PageType, RegExp])[] = [
  ['confirmation', /order-received|thank|confirm/],
  ['checkout', /checkout/],
  ['cart', /\b(cart|basket|bag)\b/],
  ['product', /\bproducts?\/.|(single|template)-product/],
  ['listing', /\b(collection|categor|shop|product|search)/],
  ['pricing', /\b(pricing|plans)/],
  ['signup', /sign-?up|register/],
  ['account', /account|log-?in/],
  ['help', /\b(help|faq|support|contact)/],
  ['home', /^\/ /],
];

/** The type of the present page, without any configuration. */
export function recognizePage(): PageType {
  const classes = document.body.className.match(/\b(woocommerce|template|single|tax)-\S+/g) || [];
  const product = document.querySelector('[itemtype$="/Product"]') ? ' single-product' : '';
  const words = location.pathname.toLowerCase() + ' ' + classes.join(' ') + product;
  const found = TYPES.find(([, type]) => type.test(words));
  return found ? found[0] : 'other';
}
