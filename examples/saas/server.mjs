/**
 * Serves the built app with a fallback to its one page, and tells it where Tactful stands.
 * PORT, TACTFUL_HOST and TACTFUL_KEY say so.
 */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const DIST = fileURLToPath(new URL('dist', import.meta.url));
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.webm': 'video/webm', '.vtt': 'text/vtt', '.html': 'text/html' };

const quote = (text) => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The file that a path names, or undefined: never outside the built folder. */
function findFile(path) {
  const file = normalize(join(DIST, path));
  if (!file.startsWith(DIST + sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** Sends a file, whole or the range that a player asks for. */
function sendFile(message, response, file) {
  const { size } = statSync(file);
  const headers = { 'content-type': `${TYPES[extname(file)] ?? 'application/octet-stream'}; charset=utf-8`, 'accept-ranges': 'bytes', 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' };
  const range = /^bytes=(\d+)-(\d*)$/.exec(message.headers.range ?? '');
  if (!range) {
    response.writeHead(200, { ...headers, 'content-length': size });
    return createReadStream(file).pipe(response);
  }
  const start = Number(range[1]);
  const end = Math.min(range[2] === '' ? size - 1 : Number(range[2]), size - 1);
  if (start > end) return response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
  response.writeHead(206, { ...headers, 'content-range': `bytes ${start}-${end}/${size}`, 'content-length': end - start + 1 });
  return createReadStream(file, { start, end }).pipe(response);
}

/** Starts the app; resolves to `{ origin, close }`. `port` 0 takes a free one. */
export async function startSaas({ port, host, key }) {
  const page = readFileSync(join(DIST, 'index.html'), 'utf8').replace('%TACTFUL_HOST%', quote(host)).replace('%TACTFUL_KEY%', quote(key));
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: ${host}; media-src 'self' ${host}; connect-src ${host} ${host.replace(/^http/, 'ws')}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
  const server = createServer((message, response) => {
    if (message.method !== 'GET' && message.method !== 'HEAD') return response.writeHead(405).end();
    const path = new URL(message.url, 'http://saas').pathname;
    const file = path === '/' || path === '/index.html' ? undefined : findFile(path);
    if (file) return sendFile(message, response, file);
    if (extname(path)) return response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', 'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    return response.end(page);
  });
  await new Promise((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done));
  return {
    origin: `http://localhost:${server.address().port}`,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { PORT = '8789', TACTFUL_HOST = 'http://localhost:8787', TACTFUL_KEY = 'pk_demo_saas' } = process.env;
  const saas = await startSaas({ port: Number(PORT), host: TACTFUL_HOST, key: TACTFUL_KEY });
  console.log(`The SaaS example is at ${saas.origin}`);
}
