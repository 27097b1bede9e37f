import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const DIST = new URL('../../packages/sdk/dist/', import.meta.url);

/** Serves the built `tactful.js` and takes every summary: the recordings are held against the page itself, not against the edge. */
export async function serveFiles(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const script = readFileSync(new URL('tactful.js', DIST));
  const server = createServer((request, response) => {
    const headers = { 'access-control-allow-origin': '*' };
    if (request.url === '/tactful.js') response.writeHead(200, { ...headers, 'content-type': 'text/javascript' }).end(script);
    else if (request.url?.startsWith('/v1/summaries')) {
      request.resume();
      response.writeHead(202, { ...headers, 'content-type': 'application/json' }).end('{"accepted":1,"rejected":[],"superseded":[],"config":""}');
    } else response.writeHead(404, headers).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((done) => { server.close(() => done()); server.closeAllConnections(); }),
  };
}
