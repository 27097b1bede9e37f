import { drawProduct } from '../art.mjs';
import { toEcommerce, total } from '../cart.mjs';
import { findProduct } from '../catalog.mjs';
import { fill } from '../fill.mjs';
import { escape } from '../html.mjs';
import { layout } from '../layout.mjs';
import { stepper } from './products.mjs';

/** The rows of sums under a cart, the same in cart and checkout. */
export function sums({ words, money }, cart) {
  const { goods, off, shipping, due } = total(cart);
  const row = (label, value, mark = '') => `<div${mark}><dt>${label}</dt><dd>${value}</dd></div>`;
  return `<dl class="sums">${row(words.cart.goods, money(goods))}${off ? row(fill(words.cart.off, { code: escape(cart.coupon.code) }), `−${money(off)}`) : ''}
${row(words.cart.shipping, shipping === 0 ? words.cart.free : money(shipping), ' data-tactful-topic="shipping"')}${row(words.cart.total, `<b id="due" data-cents="${due}">${money(due)}</b>`, ' class="due"')}</dl>`;
}

/** Where a coupon is typed in. Tactful's "Apply" fills the field and presses the button. */
export function couponForm({ words }, cart, refused, back) {
  if (cart.coupon) return `<p class="note good" role="status">${fill(words.cart.applied, { code: escape(cart.coupon.code) })}</p>`;
  const error = refused ? `<p class="note bad" id="coupon-error" role="alert">${words.cart.refused[refused]}</p>` : '';
  return `<form method="post" action="/cart/coupon" class="coupon" data-tactful-topic="coupon"><input type="hidden" name="back" value="${back}"><label for="coupon">${words.cart.code}</label>
<span><input id="coupon" name="coupon" data-tactful-coupon autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40"${refused ? ' aria-invalid="true" aria-describedby="coupon-error"' : ''}><button class="button quiet">${words.cart.apply}</button></span></form>${error}`;
}

function line({ words, money }, { id, glaze, quantity }) {
  const name = words.products[id].name;
  const fields = `<input type="hidden" name="id" value="${id}"><input type="hidden" name="glaze" value="${glaze}">`;
  return `<li class="line"><a href="/products/${id}">${drawProduct({ id, glaze, key: 'line' })}</a>
<div><a class="name" href="/products/${id}">${name}</a><span class="muted">${words.glazes[glaze]} · ${money(findProduct(id).price)}</span>
<form method="post" action="/cart/lines" data-steps>${fields}${stepper(words, quantity, `${words.product.quantity}: ${name}`)}<noscript><button class="button quiet">${words.cart.update}</button></noscript></form></div>
<div class="end"><b>${money(findProduct(id).price * quantity)}</b>
<form method="post" action="/cart/lines" data-push="remove_from_cart" data-item='${JSON.stringify({ items: [{ item_id: id, item_variant: glaze, quantity, price: findProduct(id).price / 100 }] })}'>${fields}<input type="hidden" name="quantity" value="0"><button class="link" aria-label="${words.cart.remove}: ${name}">${words.cart.remove}</button></form></div></li>`;
}

/** The cart. `refused` says why a coupon was not taken. */
export function cartPage({ shop, request, refused }) {
  const { language, cart } = request;
  const { words } = language;
  const title = words.cart.title;
  if (cart.lines.length === 0) {
    const main = `<section class="empty"><h1>${words.cart.empty}</h1><p>${words.cart.emptyText}</p><a class="button" href="/shop">${words.home.shop}</a></section>`;
    return layout({ shop, request, title, main, pushes: [{ event: 'view_cart', ecommerce: toEcommerce(cart, words) }] });
  }
  const main = `<h1>${title}</h1><div class="split"><ul class="lines">${cart.lines.map((one) => line(language, one)).join('')}</ul>
<aside class="panel">${couponForm(language, cart, refused, '/cart')}${sums(language, cart)}<a class="button wide" id="checkout" href="/checkout/contact">${words.cart.checkout}</a><p class="muted" data-tactful-topic="returns">${words.product.returns}</p></aside></div>`;
  return layout({ shop, request, title, main, pushes: [{ event: 'view_cart', ecommerce: toEcommerce(cart, words) }] });
}
