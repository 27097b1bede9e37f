/**
 * The example shop: a storefront that reloads its page at every click, with one script tag.
 * PORT, TACTFUL_HOST, TACTFUL_KEY and TACTFUL_SECRET say where it stands and which site of Tactful it is.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { LANGUAGES, speak } from './language.mjs';
import { act, show } from './routes.mjs';
import { createSessions, readCookies } from './sessions.mjs';

const STATIC = { 'shop.css': 'text/css', 'shop.js': 'text/javascript', 'icon.svg': 'image/svg+xml' };
const MOST_BYTES = 16_384;

/** As strict as a page can be, and exactly what Tactful asks for beyond it: its collector. */
function securityHeaders(host) {
  const sockets = host.replace(/^http/, 'ws');
  return {
    'content-security-policy': `default-src 'none'; script-src 'self' ${host}; style-src 'self'; img-src 'self' data: ${host}; media-src 'self' ${host}; connect-src 'self' ${host} ${sockets}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  };
}

async function readForm(message) {
  const chunks = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
}

function pickLanguage(cookies, header = '') {
  if (Object.hasOwn(LANGUAGES, cookies.language ?? '')) return cookies.language;
  const first = header.split(',')[0].toLowerCase();
  return first.startsWith('zh') ? 'zh-Hans' : first.startsWith('ar') ? 'ar' : 'en';
}

/** Starts the shop; resolves to `{ origin, close }`. `port` 0 takes a free one. */
export async function startShop({ port, host, key, secret }) {
  const shop = { host, key, secret };
  const sessions = createSessions();
  const answer = async (message, response) => {
    const url = new URL(message.url, 'http://shop');
    const asset = url.pathname.startsWith('/static/') ? url.pathname.slice(8) : undefined;
    if (asset && Object.hasOwn(STATIC, asset)) {
      response.writeHead(200, { 'content-type': `${STATIC[asset]}; charset=utf-8`, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
      return response.end(readFileSync(new URL(`static/${asset}`, import.meta.url)));
    }
    const cookies = readCookies(message.headers.cookie);
    const { session, cookie } = sessions.open(cookies.shop);
    const headers = { ...securityHeaders(host), 'cache-control': 'no-cache', ...(cookie && { 'set-cookie': [cookie] }) };
    const wanted = url.searchParams.get('lang');
    if (message.method === 'GET' && wanted && Object.hasOwn(LANGUAGES, wanted)) {
      response.writeHead(303, { ...headers, location: url.pathname.replace(/^\/+/, '/'), 'set-cookie': [...(headers['set-cookie'] ?? []), `language=${wanted}; Path=/; Max-Age=31536000; SameSite=Lax`] });
      return response.end();
    }
    const consent = cookies.consent === 'granted' || cookies.consent === 'denied' ? cookies.consent : 'pending';
    const request = { path: url.pathname, cart: session.cart, consent, language: speak(pickLanguage(cookies, message.headers['accept-language'])) };
    const form = message.method === 'POST' ? await readForm(message) : undefined;
    const result = message.method === 'POST'
      ? form ? await act({ shop, request, session, form }) : { status: 413, html: '' }
      : message.method === 'GET' || message.method === 'HEAD' ? show({ shop, request, session }) : { status: 405, html: '' };
    response.writeHead(result.status, { ...headers, 'content-type': 'text/html; charset=utf-8', ...(result.to && { location: result.to }) });
    return response.end(message.method === 'HEAD' ? '' : result.html ?? '');
  };
  const server = createServer((message, response) => {
    answer(message, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('Something failed here.');
    });
  });
  await new Promise((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done));
  return {
    origin: `http://localhost:${server.address().port}`,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { PORT = '8788', TACTFUL_HOST = 'http://localhost:8787', TACTFUL_KEY = 'pk_demo', TACTFUL_SECRET = '' } = process.env;
  const shop = await startShop({ port: Number(PORT), host: TACTFUL_HOST, key: TACTFUL_KEY, secret: TACTFUL_SECRET });
  console.log(`The shop is at ${shop.origin}`);
}
