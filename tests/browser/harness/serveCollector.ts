import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DeviceConfig, Summary, SummaryEnvelope } from '@tactful/protocol';
import { servePages, type Served } from './servePages.ts';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A collector that keeps what it is sent, and answers as it is told. */
export interface Collector extends Served {
  readonly received: Received[];
  /** Forgets what it was sent. From now on only pages of this origin are noted: what another visitor's page says as it is closed may come late. */
  hear(origin: string): void;
  config: DeviceConfig | string;
  /** Status of `/v1/summaries`; 0 cuts the connection. */
  intake: number;
  halt: boolean;
  /** Status and body of `/v1/previews`. */
  preview: readonly [status: number, body: unknown];
  /** Every summary sent, in the order it came. */
  summaries(): Summary[];
  /** Requests but the files and the configuration. */
  posts(): Received[];
}

/** The built, minified files; TACTFUL_DIST names another folder of them. */
export const DIST = resolve(process.env['TACTFUL_DIST'] ?? 'packages/sdk/dist');

export async function serveCollector(config: DeviceConfig): Promise<Collector> {
  const received: Received[] = [];
  let heard: string | undefined;
  const served = await servePages((request, response) => {
    const { path, body, headers, method = '' } = request;
    const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'access-control-allow-methods': '*', 'access-control-expose-headers': 'tactful-time, retry-after' };
    const answer = (status: number, value: unknown): unknown => response.writeHead(status, { ...cors, 'content-type': 'application/json', 'tactful-time': String(Date.now()) })
      .end(typeof value == 'string' ? value : JSON.stringify(value));
    if (method === 'OPTIONS') return response.writeHead(204, cors).end();
    if (path.endsWith('.js')) {
      return response.writeHead(200, { ...cors, 'content-type': 'text/javascript' }).end(readFileSync(`${DIST}/${path.split('/').at(-1)}`));
    }
    if (!heard || headers.origin === heard) received.push({ method, path, query: (request.url ?? '').split('?')[1] ?? '', headers, body });
    if (path === '/v1/config') return answer(200, collector.config);
    if (path === '/v1/summaries') {
      if (!collector.intake) return request.socket.destroy();
      if (collector.intake >= 400) return answer(collector.intake, { error: { code: 'internal', message: '', requestId: 'r' } });
      const version = typeof collector.config === 'string' ? '' : collector.config.version;
      return answer(202, { accepted: 1, rejected: [], superseded: [], config: version, ...(collector.halt && { halt: true }) });
    }
    if (path === '/v1/previews') return answer(...collector.preview);
    if (path.endsWith('/claims')) return answer(200, { code: 'CODE-1234' });
    if (path === '/v1/visitors/me') return answer(200, { erased: 1 });
    return answer(202, {});
  });
  const collector: Collector = {
    ...served, received, config, intake: 202, halt: false, preview: [401, { error: { code: 'bad_preview' } }],
    summaries: () => received.filter(({ path }) => path === '/v1/summaries').flatMap(({ body }) => [...(JSON.parse(body) as SummaryEnvelope).sessions]),
    hear(origin) {
      heard = origin;
      received.length = 0;
    },
    posts: () => received.filter(({ path }) => path !== '/v1/config'),
  };
  return collector;
}
