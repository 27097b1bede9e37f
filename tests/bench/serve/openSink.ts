import type { IncomingMessage } from 'node:http';
import { gzipSync } from 'node:zlib';
import { servePages } from '../../browser/harness/servePages.ts';
import { json, type Answer, type Subject } from '../subjects/Subject.ts';

/** One request as the collector met it. */
export interface Hit {
  readonly method: string;
  readonly path: string;
  /** Request line, headers and body, as HTTP/1.1 writes them. */
  readonly bytesUp: number;
  /** Bytes of the script that was answered, after gzip -9; 0 where it was none. */
  readonly script: number;
}

/** A collector on this machine for one subject: it serves the subject's files, answers what it needs, and notes what it is sent. */
export interface Sink {
  readonly origin: string;
  readonly hits: Hit[];
  /** Resolves once nothing was heard for so long, in ms, from now on; after `most` ms it gives up waiting. One at a time. */
  quiet(ms: number, most: number): Promise<void>;
  close(): Promise<void>;
}

const weightOf = ({ method, url, rawHeaders }: IncomingMessage, body: string): number =>
  Buffer.byteLength(`${method} ${url} HTTP/1.1\r\n\r\n`) + rawHeaders.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 0) + Buffer.byteLength(body);

const allow = ({ headers }: IncomingMessage): Record<string, string> => ({
  'access-control-allow-origin': headers.origin ?? '*', 'access-control-allow-credentials': 'true', 'access-control-allow-methods': 'GET, POST, PUT, PATCH, OPTIONS',
  'access-control-allow-headers': headers['access-control-request-headers'] ?? '*', 'access-control-expose-headers': 'tactful-time, retry-after', 'cross-origin-resource-policy': 'cross-origin',
});

export async function openSink(subject: Subject): Promise<Sink> {
  const files = await subject.files();
  const weights = new Map(Object.entries(files).map(([path, text]) => [path, gzipSync(text, { level: 9 }).length]));
  const hits: Hit[] = [];
  let heard = (): void => undefined;
  const served = await servePages((request, response) => {
    const { path, body, method = '' } = request;
    const script = method === 'GET' ? files[path] : undefined;
    hits.push({ method, path, bytesUp: weightOf(request, body), script: script === undefined ? 0 : weights.get(path)! });
    heard();
    if (method === 'OPTIONS') return response.writeHead(204, allow(request)).end();
    const answer: Answer = script === undefined
      ? subject.answer?.({ method, path }, origin) ?? json({})
      : { status: 200, body: script, type: 'text/javascript', cache: 'public, max-age=3600' };
    return response.writeHead(answer.status, {
      ...allow(request), 'content-type': answer.type ?? 'application/json', 'cache-control': answer.cache ?? 'no-store', 'tactful-time': String(Date.now()),
    }).end(answer.body);
  });
  const origin = served.origin.replace('localhost', '127.0.0.1');
  return {
    origin, hits, close: served.close,
    quiet: (ms, most) => new Promise((resolve) => {
      const over = (): void => {
        clearTimeout(silence);
        clearTimeout(patience);
        heard = () => undefined;
        resolve();
      };
      const [silence, patience] = [setTimeout(over, ms), setTimeout(over, most)];
      heard = () => void silence.refresh();
    }),
  };
}
