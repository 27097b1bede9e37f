import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const DIST = new URL('../../packages/sdk/dist/', import.meta.url);

/** The page's files, by the path under which the Worker serves them. */
const PATH = /^\/(?:v\/[^/]+\/)?(tactful(?:-[a-z]+)?\.js)$/;

/** Serves the built files and takes every summary: the recordings are held against the page itself, not against the edge. */
export async function serveFiles(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  if (!existsSync(new URL('tactful.js', DIST))) throw new Error('The page’s files are not built; npm run build does it.');
  const files = new Map(readdirSync(DIST).filter((name) => name.endsWith('.js')).map((name) => [name, readFileSync(new URL(name, DIST))]));
  const server = createServer((request, response) => {
    const headers = { 'access-control-allow-origin': '*' };
    const file = files.get(PATH.exec(request.url ?? '')?.[1] ?? '');
    if (file) response.writeHead(200, { ...headers, 'content-type': 'text/javascript' }).end(file);
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
