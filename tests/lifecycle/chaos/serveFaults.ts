import { readFileSync } from 'node:fs';
import { DIST } from '../../browser/harness/serveCollector.ts';
import { servePages, type Served } from '../../browser/harness/servePages.ts';

/** What befalls a request for intake: half of the faults come before the Worker hears of it, half after it committed. */
const BEFORE = ['cut', 'refused', 'throttled'] as const, AFTER = ['cut', 'truncated', 'refused'] as const;
const REPLAYED = 0.05;
const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(Math.random() * list.length)]!;

export interface Faults extends Served {
  /** Share of intake requests that fail, 0 to 1. */
  rate: number;
  readonly counts: { requests: number; before: number; after: number; down: number; replayed: number };
}

/** A bad network on this machine: serves the page's files, and hands all else on to the Worker at that origin, or does not. */
export async function serveFaults(worker: string): Promise<Faults> {
  const counts = { requests: 0, before: 0, after: 0, down: 0, replayed: 0 };
  const served = await servePages(async (request, response) => {
    const { path, body, method = '', headers, socket } = request;
    const origin = headers.origin ?? '';
    if (path.endsWith('.js')) return response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' }).end(readFileSync(`${DIST}/${path.split('/').at(-1)}`));
    const hand = (): Promise<Response> => fetch(worker + request.url, { method, headers: { origin, 'user-agent': headers['user-agent'] ?? '', 'content-type': headers['content-type'] ?? '' }, ...(method === 'POST' && { body }) });
    const refuse = (status: number): unknown => response.writeHead(status, { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after', 'retry-after': '1' }).end();
    const intake = method === 'POST' && path === '/v1/summaries';
    const fails = intake && Math.random() < faults.rate;
    const before = fails && Math.random() < 0.5;
    if (intake) counts.requests++;
    if (before) {
      counts.before++;
      const how = pick(BEFORE);
      return how === 'cut' ? socket.destroy() : refuse(how === 'refused' ? 503 : 429);
    }
    try {
      const answer = await hand();
      const text = await answer.text();
      if (intake && answer.ok && Math.random() < REPLAYED) {
        // The same once more, behind what came after it.
        counts.replayed++;
        setTimeout(() => hand().then((again) => again.text()).catch(() => undefined), Math.random() * 3_000).unref();
      }
      if (answer.status >= 500) counts.down++;
      else if (fails) {
        counts.after++;
        const how = pick(AFTER);
        if (how === 'cut') return socket.destroy();
        if (how === 'refused') return refuse(502);
      }
      response.writeHead(answer.status, Object.fromEntries([...answer.headers].filter(([name]) => !/^(content-(length|encoding)|transfer-encoding|connection|keep-alive)$/.test(name))));
      if (!fails) return response.end(text);
      response.write(text.slice(0, text.length / 2), () => socket.destroy());
    } catch {
      counts.down++;
      socket.destroy();
    }
  });
  const faults: Faults = { ...served, rate: 0, counts };
  return faults;
}
