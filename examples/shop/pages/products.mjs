import { drawProduct } from '../art.mjs';
import { toProductEvent } from '../cart.mjs';
import { CURRENCY, GLAZES, PRODUCTS, SHIPPING } from '../catalog.mjs';
import { fill } from '../fill.mjs';
import { layout } from '../layout.mjs';

const card = ({ words, money }, list) => (product) => `<li><a class="card" href="/products/${product.id}" data-product="${product.id}">
${drawProduct({ id: product.id, glaze: product.glaze, key: list })}<span class="name">${words.products[product.id].name}</span><span class="price">${money(product.price)}</span></a></li>`;

const listEvent = (words, list, products) => ({
  event: 'view_item_list',
  ecommerce: { item_list_id: list, currency: CURRENCY, items: products.map((product) => toProductEvent(product, words).items[0]) },
});

/** The front page. */
export function homePage({ shop, request }) {
  const { words } = request.language;
  const shown = ['morning-mug', 'meadow-vase', 'ridge-bowl', 'dusk-candlestick'].map((id) => PRODUCTS.find((product) => product.id === id));
  const main = `<section class="hero"><div><h1>${words.home.lead}</h1><p>${words.home.text}</p><a class="button" href="/shop">${words.home.shop}</a></div>
<div class="stage">${drawProduct({ id: 'slow-teapot', glaze: 'ember', key: 'hero' })}</div></section>
<h2>${words.home.new}</h2><ul class="grid">${shown.map(card(request.language, 'home')).join('')}</ul>
<ul class="promises">${words.home.promises.map(([title, text]) => `<li><h3>${title}</h3><p>${text}</p></li>`).join('')}</ul>`;
  return layout({ shop, request, title: words.tagline, main, pushes: [listEvent(words, 'home', shown)] });
}

/** All pieces, or those of one kind. */
export function listingPage({ shop, request, kind }) {
  const { words } = request.language;
  const shown = PRODUCTS.filter((product) => !kind || product.kind === kind);
  const title = words.nav[kind ?? 'all'];
  const main = `<h1>${title}</h1><ul class="grid">${shown.map(card(request.language, kind ?? 'all')).join('')}</ul>`;
  return layout({ shop, request, title, main, pushes: [listEvent(words, kind ?? 'all', shown)] });
}

/** One piece in its four glazes. */
export function productPage({ shop, request, product }) {
  const { language } = request;
  const { words, money } = language;
  const { name, text, care } = words.products[product.id];
  const glazes = Object.keys(GLAZES);
  const stage = glazes.map((glaze) => `<div data-glaze="${glaze}"${glaze === product.glaze ? '' : ' hidden'}>${drawProduct({ id: product.id, glaze, key: 'stage', label: `${name}, ${words.glazes[glaze]}` })}</div>`).join('');
  const choices = glazes.map((glaze) => `<label class="glaze ${glaze}"><input type="radio" name="glaze" value="${glaze}"${glaze === product.glaze ? ' checked' : ''}><span>${words.glazes[glaze]}</span></label>`).join('');
  const also = PRODUCTS.filter((one) => one.id !== product.id && one.kind === product.kind).slice(0, 4);
  const main = `<article class="product"><div class="stage">${stage}</div>
<div><h1>${name}</h1><p class="price">${money(product.price)}</p><p>${text}</p>
<form method="post" action="/cart" data-push="add_to_cart" data-item='${JSON.stringify(toProductEvent(product, { products: { [product.id]: { name: product.id } } }))}'>
<input type="hidden" name="id" value="${product.id}"><fieldset><legend>${words.product.glaze}</legend><div class="glazes">${choices}</div></fieldset>
<div class="buy">${stepper(words)}<button class="button" id="add">${words.product.add}</button></div></form>
<ul class="facts"><li data-tactful-topic="shipping">${fill(words.product.shipping, { price: money(SHIPPING.standard) })}</li><li data-tactful-topic="returns"><a href="/help/shipping">${words.product.returns}</a></li><li>${care}</li></ul></div></article>
<h2>${words.product.also}</h2><ul class="grid">${also.map(card(language, 'also')).join('')}</ul>`;
  return layout({ shop, request, title: name, main, pushes: [{ event: 'view_item', ecommerce: toProductEvent(product, words) }] });
}

/** A number of pieces, with buttons either side of it. */
export function stepper(words, quantity = 1, label = words.product.quantity) {
  return `<span class="stepper"><button type="button" data-step="-1" aria-label="${words.product.less}">−</button><input name="quantity" type="number" inputmode="numeric" min="0" max="12" value="${quantity}" aria-label="${label}"><button type="button" data-step="1" aria-label="${words.product.more}">+</button></span>`;
}
