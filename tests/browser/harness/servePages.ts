import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handler = (request: IncomingMessage & { readonly path: string; readonly body: string }, response: ServerResponse) => unknown;

export interface Served {
  /** `http://localhost:<port>`: a secure context, as crypto.subtle and locks need one. */
  readonly origin: string;
  close(): Promise<void>;
}

/** A server on a free port of this machine; every request is read to its end before `handle` sees it. */
export async function servePages(handle: Handler): Promise<Served> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      void handle(Object.assign(request, { path, body: Buffer.concat(parts).toString() }), response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    }),
  };
}
