import { drawProduct } from '../art.mjs';
import { toEcommerce, total } from '../cart.mjs';
import { SHIPPING } from '../catalog.mjs';
import { FIELDS, STEPS } from '../checkout.mjs';
import { fill } from '../fill.mjs';
import { escape } from '../html.mjs';
import { layout } from '../layout.mjs';
import { couponForm, sums } from './cart.mjs';

function field(words, { name, autocomplete, type = 'text', inputmode, required = true }, { values, invalid }) {
  const wrong = invalid.includes(name);
  const mode = inputmode ? ` inputmode="${inputmode}"` : '';
  return `<p class="field ${name}"><label for="${name}">${words.checkout[name]}</label>
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}"${mode} maxlength="120" value="${escape(values[name] ?? '')}"${required ? ' aria-required="true"' : ''}${wrong ? ` aria-invalid="true" aria-describedby="${name}-error"` : ''}>
${wrong ? `<span class="wrong" id="${name}-error">${words.checkout.invalid[name]}</span>` : ''}</p>`;
}

function methods({ words, money }, chosen) {
  const one = ([id, price]) => `<label class="method"><input type="radio" name="method" value="${id}"${id === chosen ? ' checked' : ''}><span>${words.checkout[id]}</span><b>${money(price)}</b></label>`;
  return `<fieldset data-tactful-topic="shipping"><legend>${words.checkout.method}</legend>${Object.entries(SHIPPING).map(one).join('')}</fieldset>`;
}

const note = (words, { declined, invalid }) =>
  declined ? `<p class="note bad" role="alert" data-tactful-form-error>${words.checkout.declined}</p>`
    : invalid.length > 0 ? `<p class="note bad" role="alert">${words.checkout.problems}</p>` : '';

/** One of the three steps. `tried` says what came of an attempt: fields that are wrong, or a card that was declined. */
export function checkoutPage({ shop, request, step, tried = { values: {}, invalid: [], declined: false }, refused, pushes = [] }) {
  const { language, cart } = request;
  const { words, money } = language;
  const values = { ...cart.contact, ...cart.address, ...tried.values };
  const at = STEPS.indexOf(step);
  const trail = STEPS.map((one, index) => `<li${index === at ? ' aria-current="step"' : ''}>${index < at ? `<a href="/checkout/${one}">${words.checkout.steps[one]}</a>` : words.checkout.steps[one]}</li>`).join('');
  const back = at === 0 ? '/cart' : `/checkout/${STEPS[at - 1]}`;
  const button = step === 'payment'
    ? `<button class="button wide" id="pay">${fill(words.checkout.pay, { price: money(total(cart).due) })}</button>`
    : `<button class="button wide" id="next">${words.checkout.next[step]}</button>`;
  const main = `<h1 class="small">${words.checkout.title}</h1><ol class="trail">${trail}</ol><div class="split"><div>
<form method="post" action="/checkout/${step}" class="fields" novalidate data-checkout="${step}"${step === 'payment' ? ' data-tactful-form="payment"' : ''}>${note(words, tried)}${FIELDS[step].map((one) => field(words, one, { values, invalid: tried.invalid })).join('')}
${step === 'shipping' ? methods(language, cart.shipping) : ''}${step === 'payment' ? `<p class="muted">${words.checkout.test}</p>` : ''}
<div class="actions">${button}<a href="${back}">${words.checkout.back}</a></div></form></div>
<aside class="panel"><h2>${words.checkout.summary}</h2><ul class="mini">${cart.lines.map((line) => `<li>${drawProduct({ id: line.id, glaze: line.glaze, key: 'mini' })}<span>${words.products[line.id].name}<span class="muted">${words.glazes[line.glaze]}</span></span><b>× ${line.quantity}</b></li>`).join('')}</ul>
${couponForm(language, cart, refused, `/checkout/${step}`)}${sums(language, cart)}</aside></div>`;
  const begun = step === 'contact' && !refused && tried.invalid.length === 0 ? [{ event: 'begin_checkout', ecommerce: toEcommerce(cart, words) }] : [];
  const failed = tried.declined ? [{ event: 'checkout_error', reason: 'declined' }] : [];
  return layout({ shop, request, title: words.checkout.title, main, bare: true, pushes: [...begun, ...pushes, ...failed] });
}

/** The order, once it is paid. */
export function orderPage({ shop, request, order, announce }) {
  const { words } = request.language;
  const main = `<section class="empty"><h1>${words.order.title}</h1><p>${fill(words.order.text, { order: order.id, email: escape(order.email) })}</p><p class="price">${request.language.money(order.due)}</p><a class="button" href="/shop">${words.order.again}</a></section>`;
  return layout({ shop, request, title: words.order.title, main, bare: true, pushes: announce ? [{ event: 'purchase', ecommerce: order.ecommerce }] : [] });
}
