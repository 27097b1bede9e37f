import { SHIPPING } from '../catalog.mjs';
import { fill } from '../fill.mjs';
import { layout } from '../layout.mjs';

/** Shipping and returns. */
export function helpPage({ shop, request }) {
  const { words, money } = request.language;
  const prices = { standard: money(SHIPPING.standard), express: money(SHIPPING.express) };
  const main = `<article class="prose"><h1>${words.help.title}</h1><section data-tactful-topic="shipping"><h2>${words.help.shippingTitle}</h2><p>${fill(words.help.shipping, prices)}</p></section>
<section data-tactful-topic="returns"><h2>${words.help.returnsTitle}</h2><p>${words.help.returns}</p></section><h2>${words.help.brokenTitle}</h2><p>${words.help.broken}</p></article>`;
  return layout({ shop, request, title: words.help.title, main });
}

/** For an address that leads nowhere. */
export function missingPage({ shop, request }) {
  const { words } = request.language;
  const main = `<section class="empty"><h1>${words.missing.title}</h1><p>${words.missing.text}</p><a class="button" href="/shop">${words.home.shop}</a></section>`;
  return layout({ shop, request, title: words.missing.title, main });
}
