import { EventEmitter, once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { saysNothing } from './saysNothing.ts';

/** One request as it crossed the wire from the page to the collector. */
export interface Crossing {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** Request line, headers and body, as HTTP/1.1 writes them. */
  readonly bytesUp: number;
  /** 0 while it is under way and where the wire was cut. */
  status: number;
}

/** What stands between the page and the real Worker: it writes down everything and can be cut. */
export interface Wire {
  /** The collector's address as the page knows it. */
  readonly origin: string;
  readonly crossings: readonly Crossing[];
  /** Those that say something of the visitor, from the one at that place on. */
  telling(from?: number): readonly Crossing[];
  /** Nothing comes through any more: connections are torn down without an answer. */
  cut(): void;
  mend(): void;
  /** Resolves once all that has come was answered, or torn down. */
  idle(): Promise<void>;
  /** From now on the collector's clock, as the page hears it, is this one: the page's own clock is steered, and the Worker's is not. */
  follow(now: () => number): void;
  close(): Promise<void>;
}

async function read(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Request line and headers in bytes. */
const headBytes = ({ method, url, rawHeaders }: IncomingMessage): number =>
  Buffer.byteLength(`${method} ${url} HTTP/1.1\r\n\r\n`) + rawHeaders.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 0);

/** @param upstream the Worker's origin */
export async function createWire(upstream: URL): Promise<Wire> {
  const crossings: Crossing[] = [];
  let isCut = false;
  let now: (() => number) | undefined;
  const forward = async (incoming: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const body = await read(incoming);
    const crossing: Crossing = {
      method: incoming.method!, path: incoming.url!.split('?')[0]!, headers: incoming.headers,
      body: body.toString('utf8'), bytesUp: headBytes(incoming) + body.length, status: 0,
    };
    crossings.push(crossing);
    if (isCut) return void incoming.socket.destroy();
    const onward = request({ host: upstream.hostname, port: upstream.port, path: incoming.url, method: incoming.method, headers: incoming.headers });
    onward.on('error', () => incoming.socket.destroy());
    onward.on('response', (got) => {
      crossing.status = got.statusCode!;
      const headers = { ...got.headers };
      if (now && headers['tactful-time']) headers['tactful-time'] = String(now());
      answer.writeHead(got.statusCode!, headers);
      got.pipe(answer);
    });
    onward.end(body);
  };
  const open = new Set<ServerResponse>();
  const ends = new EventEmitter();
  const server = createServer((incoming, answer) => {
    open.add(answer);
    answer.on('close', () => {
      open.delete(answer);
      if (open.size === 0) ends.emit('idle');
    });
    void forward(incoming, answer);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    crossings,
    telling: (from = 0) => crossings.slice(from).filter((crossing) => !saysNothing(crossing)),
    cut: () => { isCut = true; server.closeAllConnections(); },
    mend: () => { isCut = false; },
    idle: async () => { if (open.size > 0) await once(ends, 'idle'); },
    follow: (clock) => { now = clock; },
    close: () => new Promise((done) => { server.close(() => done()); server.closeAllConnections(); }),
  };
}
