import { embed, escape } from './html.mjs';
import { LANGUAGES } from './language.mjs';
import { total } from './cart.mjs';

const KILN = '<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path d="M6 12 C6 20 11 26 16 26 C21 26 26 20 26 12 Z" fill="currentColor"/><ellipse cx="16" cy="11" rx="10" ry="3" fill="none" stroke="currentColor" stroke-width="2"/></svg>';
const BAG = '<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="M5 8h14l-1 12H6L5 8Zm4 0a3 3 0 0 1 6 0" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linejoin="round"/></svg>';

/** The one tag that a shop adds. `consent` is what the shop's own banner knows: granted, denied, or pending while it was not answered. */
const tactfulTag = ({ host, key }, consent) =>
  `<script async src="${escape(host)}/tactful.js" crossorigin="anonymous" referrerpolicy="no-referrer" data-key="${escape(key)}" data-consent="${consent}"></script>`;

function languages({ tag }, path) {
  const links = Object.entries(LANGUAGES).map(([code, { name }]) =>
    `<a href="${escape(path)}?lang=${code}" lang="${code}" hreflang="${code}"${code === tag ? ' aria-current="true"' : ''}>${name}</a>`);
  return `<span class="languages">${links.join('')}</span>`;
}

/** The shop's own banner. Both answers weigh the same: neither is drawn as the one to press. */
function banner({ words }, consent) {
  return `<section class="consent" aria-labelledby="consent-title"${consent === 'pending' ? '' : ' hidden'}>
<div><h2 id="consent-title">${words.consent.title}</h2><p>${words.consent.text}</p></div>
<div class="choices"><button type="button" class="button quiet" data-consent-choice="denied">${words.consent.no}</button><button type="button" class="button quiet" data-consent-choice="granted">${words.consent.yes}</button></div></section>`;
}

/** A whole page. `pushes` are the GA4 events that this load announces; `bare` leaves the navigation out, as a checkout does. */
export function layout({ shop, request, title, main, pushes = [], bare = false }) {
  const { language, cart, path, consent } = request;
  const { words, tag, dir } = language;
  const { pieces } = total(cart);
  const link = (to, name) => `<a href="${to}"${path === to ? ' aria-current="page"' : ''}>${name}</a>`;
  const nav = bare ? '' : `<nav aria-label="${words.nav.all}">${link('/shop', words.nav.all)}${link('/shop/table', words.nav.table)}${link('/shop/room', words.nav.room)}</nav>`;
  return `<!doctype html>
<html lang="${tag}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · ${words.brand}</title><meta name="description" content="${escape(words.tagline)}"><meta name="color-scheme" content="light dark">
<link rel="icon" href="/static/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/static/shop.css">
${tactfulTag(shop, consent)}
<script src="/static/shop.js" type="module"></script></head>
<body><a class="skip" href="#main">${words.nav.skip}</a>
<header><div class="wrap"><a class="brand" href="/">${KILN}<span>${words.brand}</span></a>${nav}
<a class="bag" href="/cart">${BAG}<span>${words.nav.cart}</span><b>${pieces}</b></a></div></header>
<main id="main" class="wrap">${main}</main>
<footer><div class="wrap"><p>${words.footer}</p><p><a href="/help/shipping">${words.nav.help}</a> <button type="button" class="link" data-consent-open>${words.consent.again}</button></p>${languages(language, path)}</div></footer>
${banner(language, consent)}
<script type="application/json" id="pushes">${embed(pushes)}</script></body></html>`;
}
