import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** One request as it arrived. */
export interface Received { readonly url: string; readonly headers: IncomingHttpHeaders; readonly body: string }
export interface Reply { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: string }

/** A server of this machine that webhooks are sent to. It keeps what it is sent, and answers as `reply` says. */
export async function startReceiver(): Promise<{ readonly origin: string; readonly got: Received[]; reply: (received: Received) => Reply; close(): Promise<void> }> {
  const got: Received[] = [];
  const server = createServer(async (request, response) => {
    const received = { url: request.url!, headers: request.headers, body: await text(request) };
    got.push(received);
    const { status = 200, headers = {}, body = '' } = receiver.reply(received);
    response.writeHead(status, headers).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, got, reply: (_received: Received): Reply => ({}),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => void server.close(done));
    },
  };
  return receiver;
}
