import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** One request: where to, and with what. */
export interface Call { readonly method: 'GET' | 'POST'; readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body: string }

/** What came of a load. */
export interface Loaded {
  /** Of every answer, in milliseconds. */
  readonly times: readonly number[];
  readonly statuses: Readonly<Record<number, number>>;
  /** Requests that were due and never sent, since too many waited for an answer. */
  readonly unsent: number;
  readonly seconds: number;
}

export interface Client {
  /** As many as are answered in that time, so many at once; the n-th request is `make(n)`. */
  rush(make: (n: number) => Call, options: { readonly ms: number; readonly atOnce: number }): Promise<Loaded>;
  /** So many a second, evenly, whether the ones before are answered or not. A time begins when its request was due. */
  drip(make: (n: number) => Call, options: { readonly ms: number; readonly perSecond: number }): Promise<Loaded>;
  close(): void;
}

/** No more than these wait for an answer, whatever is due: a machine that can't keep up is told by what was never sent, not by hours. */
const MOST_UNANSWERED = 256;

/** A client that keeps its connections. */
export function openClient({ hostname, port }: URL): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_UNANSWERED });
  const send = ({ method, path, headers, body }: Call): Promise<number> => new Promise((resolve, reject) => {
    const sending = request({ hostname, port, agent, method, path, headers: body ? { ...headers, 'content-length': Buffer.byteLength(body) } : headers }, (response) => {
      response.on('data', () => undefined).on('end', () => resolve(response.statusCode ?? 0)).on('error', reject);
    });
    // The server may hang up on a connection that rests, just as it is taken up again.
    sending.on('error', (error: NodeJS.ErrnoException) => (sending.reusedSocket && error.code === 'ECONNRESET' ? resolve(send({ method, path, headers, body })) : reject(error))).end(body);
  });
  /** @returns what counts each answer, and what it came to */
  const watch = () => {
    const began = performance.now();
    const times: number[] = [];
    const statuses: Record<number, number> = {};
    const one = async (call: Call, due: number): Promise<void> => {
      const status = await send(call);
      times.push(performance.now() - due);
      statuses[status] = (statuses[status] ?? 0) + 1;
    };
    return { began, one, done: (unsent = 0): Loaded => ({ times, statuses, unsent, seconds: (performance.now() - began) / 1_000 }) };
  };
  return {
    async rush(make, { ms, atOnce }) {
      const { began, one, done } = watch();
      let n = 0;
      await Promise.all(Array.from({ length: atOnce }, async () => {
        while (performance.now() - began < ms) await one(make(n++), performance.now());
      }));
      return done();
    },
    async drip(make, { ms, perSecond }) {
      const { began, one, done } = watch();
      const total = Math.round(perSecond * ms / 1_000);
      const waiting = new Set<Promise<void>>();
      let n = 0;
      while (n < total && performance.now() - began < ms) {
        const due = began + n * 1_000 / perSecond;
        if (due > performance.now() || waiting.size >= MOST_UNANSWERED) {
          await pause(1);
          continue;
        }
        const sent: Promise<void> = one(make(n++), due).finally(() => waiting.delete(sent));
        waiting.add(sent);
      }
      await Promise.all(waiting);
      return done(total - n);
    },
    close: () => agent.destroy(),
  };
}
