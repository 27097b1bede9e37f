import { TEXTS } from '@tactful/protocol';
import type { Shown } from './messages.ts';

/** The strictest policy a page may have, plus this page's own files. */
export const STRICT_POLICY = "default-src 'none'; script-src 'self'; img-src 'self'; media-src 'self'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

export interface PageWish {
  readonly locale?: Shown;
  readonly dir?: 'ltr' | 'rtl';
  /** Where the page's own Pay button stands. */
  readonly pay?: 'bottom' | 'top' | 'middle';
  /** A page that fights back with its own rules. */
  readonly hostile?: boolean;
}

/** A small shop page with a fixed Pay button and the hand-made core. */
export function pageSource({ locale = 'en', dir = locale === 'ar' ? 'rtl' : 'ltr', pay, hostile }: PageWish): string {
  const setup = JSON.stringify({ locale, texts: TEXTS[locale] }).replace(/</g, '\\u003c');
  return `<!doctype html>
<html lang="${locale}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Shop</title>
<link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/page.css">${hostile ? '<link rel="stylesheet" href="/hostile.css">' : ''}</head>
<body class="${pay ?? 'none'}"><main><h1>Checkout</h1><p>Three items, one shop.</p>
<label>Note <input id="note"></label> <button id="other" type="button">Change address</button>
<button id="pay" type="button">Pay $84.50</button></main>
<script type="application/json" id="setup">${setup}</script><script type="module" src="/host.js"></script></body></html>`;
}

/** Where the Pay button is fixed, the page's other controls are out of sight, so that it alone decides. */
export const PAGE_CSS = `body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#fff;color:#222}main{padding:24px;max-width:640px}
@media(prefers-color-scheme:dark){body{background:#0e0f13;color:#eee}}
input,button{font:inherit;min-height:44px}#pay{min-height:48px;background:#111;color:#fff;border:0}
.bottom label,.top label{display:block;margin-top:100vh}.bottom #pay,.top #pay{position:fixed;left:8px;right:8px}.bottom #pay{bottom:8px}.top #pay{top:8px}.middle label{display:block;margin-top:100vh}.middle #pay{position:fixed;left:8px;right:8px;top:40%}`;

/** What careless pages really do to every element. */
export const HOSTILE_CSS = `*{color:red!important;font-size:40px!important;display:none}html,body,main,main *{display:block}
tactful-widget{opacity:.1!important;transform:rotate(9deg)!important;visibility:hidden}html{font-size:5px;letter-spacing:9px;text-transform:uppercase}`;

export const POSTER = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#27407a"/><stop offset="1" stop-color="#7fa4c9"/></linearGradient></defs><rect width="320" height="180" fill="url(#g)"/><g fill="#fff"><rect x="40" y="70" width="56" height="40" rx="8" opacity=".9"/><rect x="224" y="70" width="56" height="40" rx="8" opacity=".9"/></g><path d="M100 90h120" stroke="#fff" stroke-width="3" stroke-dasharray="6 6"/></svg>`;
