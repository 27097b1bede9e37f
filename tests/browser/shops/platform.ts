import { VERSION } from '../../../packages/sdk/src/version.ts';

/** What a pixel's sandbox holds: Shopify's API over messages, and the pixel from the collector. */
const sandbox = (host: string): string => `<script type="module">
import { startPixel } from '${host}/v/${VERSION}/tactful-pixel.js';
const heard = {}, waiting = {};
let n = 0;
const ask = (verb, ...args) => new Promise((resolve) => { waiting[++n] = resolve; parent.postMessage({ ask: n, verb, args }, '*'); });
addEventListener('message', ({ data }) => {
  if (data.answer) waiting[data.answer](data.value);
  else for (const run of heard[data.event] || []) run(data.payload);
});
const sessionStorage = { getItem: (key) => ask('getItem', key), setItem: (key, value) => ask('setItem', key, value), removeItem: (key) => ask('removeItem', key) };
startPixel({ analytics: { subscribe: (event, run) => (heard[event] = heard[event] || []).push(run) }, browser: { sessionStorage } }, { key: 'pk_shop', apiHost: '${host}' });
parent.postMessage({ ready: true }, '*');
</script>`;

/**
 * Shopify's half of a page, played: a pixel in a sandbox of an origin of its own, the bus that brings it events (those from before
 * it was there, too), and the top frame's storage that it asks for. https://shopify.dev/docs/apps/build/marketing-analytics/pixels
 */
export const platform = (host: string): string => `<script>
(() => {
  const frame = document.createElement('iframe');
  const early = [];
  let ready = false;
  const bring = (event, payload) => { ready ? frame.contentWindow.postMessage({ event, payload }, '*') : early.push([event, payload]); };
  addEventListener('message', ({ data, source }) => {
    if (source !== frame.contentWindow) return;
    if (data.ready) { ready = true; early.splice(0).forEach((one) => bring(...one)); }
    if (data.ask) (window.asked = window.asked || []).push(data.verb);
    if (data.ask) source.postMessage({ answer: data.ask, value: sessionStorage[data.verb](...data.args) }, '*');
  });
  window.Shopify = { currency: { active: 'EUR' }, routes: { root: '/' }, analytics: { publish: (event, customData) => bring(event, { name: event, type: 'custom', customData: JSON.parse(JSON.stringify(customData)) }) } };
  window.standard = (name, data) => bring(name, { id: 'sh-1', clientId: 'c', name, type: 'standard', data, context: {} });
  frame.sandbox = 'allow-scripts';
  frame.srcdoc = ${JSON.stringify(sandbox(host)).replaceAll('</', '<\\/')};
  addEventListener('DOMContentLoaded', () => document.body.append(frame));
})();
</script>`;

/** A checkout as `checkout_started`, `payment_info_submitted` and `checkout_completed` tell of it: https://shopify.dev/docs/api/web-pixels-api/standard-events/checkout_completed */
export const checkout = {
  token: '123f5b4e', currencyCode: 'EUR', email: 'ann@example.com', phone: '+15550100',
  lineItems: [{ id: '1', title: 'Mug', quantity: 2, variant: { id: '42', price: { amount: 18, currencyCode: 'EUR' } } }],
  totalPrice: { amount: 41, currencyCode: 'EUR' }, subtotalPrice: { amount: 36, currencyCode: 'EUR' }, shippingLine: { price: { amount: 5, currencyCode: 'EUR' } },
};
