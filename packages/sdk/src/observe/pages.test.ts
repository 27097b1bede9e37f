// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { pageWords } from './pageWords.ts';
import { recognizePage } from './recognizePage.ts';

it.each([
  ['/', '', 'home'], ['/cart', '', 'cart'], ['/en/checkout/payment', '', 'checkout'], ['/checkout/order-received/7', '', 'confirmation'],
  ['/products/teapot', '', 'product'], ['/collections/tea', '', 'listing'], ['/pricing', '', 'pricing'], ['/signup', '', 'signup'], ['/my-account/', '', 'account'],
  ['/help/shipping', '', 'help'], ['/about', '', 'other'],
  ['/warenkorb', 'woocommerce-cart woocommerce-page', 'cart'], ['/tee/gruen', 'single-product woocommerce', 'product'],
  ['/x', 'template-product', 'product'], ['/about', 'has-cart-drawer', 'other'],
  // A product is one whatever it is called, and so is a page that only speaks of a cart.
  ['/products/tote-bag', '', 'product'], ['/products/thank-you-card', '', 'product'], ['/collections/tea/products/picnic-basket', '', 'product'],
  ['/tote-bag', '', 'other'], ['/tote-bag', 'single-product', 'product'], ['/blog/checkout-tips', '', 'other'], ['/product-category/tea', 'tax-product_cat', 'listing'],
  ['/checkouts/cn/1', '', 'checkout'], ['/order-confirmation/7', '', 'confirmation'], ['/kasse/order-received/7', '', 'confirmation'], ['/sign-up', '', 'signup'], ['/log-in', '', 'account'],
])('%s with classes "%s" is %s', (path, classes, expected) => {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('https://shop.example' + path);
  document.body.className = classes;
  expect(recognizePage(pageWords())).toBe(expected);
});

it('knows a product by its schema.org type, where nothing else tells the page: a cart recommends products, too', () => {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('https://shop.example/tee');
  document.body.className = '';
  document.body.innerHTML = '<div itemscope itemtype="https://schema.org/Product"></div>';
  expect(recognizePage(pageWords())).toBe('product');
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('https://shop.example/cart');
  expect(recognizePage(pageWords())).toBe('cart');
});

it.each([
  ['view item list', 'listing'], ['view item', 'product'], ['view search results', 'listing'], ['view cart', 'cart'], ['begin checkout', 'checkout'],
  ['add shipping info', 'checkout'], ['add payment info', 'checkout'], ['purchase', 'confirmation'], ['view promotion', 'other'],
])('the event "%s" is told on a page of type %s', (words, expected) => {
  expect(recognizePage(words)).toBe(expected);
});
