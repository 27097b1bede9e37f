import { ERRORS, LIMITS, type ErrorAnswer, type ErrorCode, type EventsAnswer, type Milliseconds, type UserEvent } from '@tactful/protocol';

export { signUser, type TokenOptions } from './signUser.ts';
export type { EventsAnswer, UserEvent } from '@tactful/protocol';

export interface ClientOptions {
  /** The collector's origin, such as `https://cx.example.com`. */
  readonly apiHost: string;
  /** The site's secret key, `sk_…`: on servers only. */
  readonly secretKey: string;
  /** How often a request is sent at most; default 6, which with back-off is half a minute. */
  readonly attempts?: number;
  /** In place of the platform's own. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  readonly wait?: (ms: Milliseconds) => Promise<unknown>;
}

/** What the collector answered that no repetition will mend, or no answer at all. What was sent may be sent again: an event counts once. */
export interface ClientError extends Error {
  /** A code of the error table; `unreachable` where nobody answered. */
  readonly code: ErrorCode | 'unreachable';
  readonly status: number;
  readonly path?: string;
  /** For whoever looks into the collector's log. */
  readonly requestId?: string;
}

export interface Client {
  /**
   * Reports what users did elsewhere, and what is known of them; as many as you like, in bodies of 20. What has no `at` is of now. Resolves once all of
   * it is durable; `rejected` names those that are refused for good, by their index in the list.
   * @throws ClientError; TypeError for what is no JSON, such as a bigint
   */
  events(list: readonly UserEvent[]): Promise<EventsAnswer>;
}

const FIRST_MS: Milliseconds = 1_000, LONGEST_MS: Milliseconds = 60_000, PATIENCE_MS: Milliseconds = 15_000;
const sleep = (ms: Milliseconds): Promise<void> => new Promise((done) => { setTimeout(done, ms); });

/** What the table says of an answer; of what is none of ours, such as a proxy's, its status does. */
const mayRetry = (status: number, code?: ErrorCode): boolean => (code && ERRORS[code] ? ERRORS[code].client === 'retry' : status === 429 || status >= 500 || status === 0);

/** Seconds, or a date, as a proxy's may be; 0: none was told. */
const readWait = (text: string): Milliseconds => Number(text) * 1_000 || Math.max(0, Date.parse(text) - Date.now()) || 0;

/**
 * For a shop's servers: Node 20, and wherever `fetch` and Web Crypto are.
 * @throws TypeError where `apiHost` is no URL
 */
export function createClient({ apiHost, secretKey, attempts = 6, fetch = (url, init) => globalThis.fetch(url, init), wait = sleep }: ClientOptions): Client {
  const url = new URL('/v1/events', apiHost).href;
  const post = async (events: readonly UserEvent[]): Promise<EventsAnswer | 'split'> => {
    // Out here, since no repetition mends what can't be written.
    const body = JSON.stringify({ events });
    for (let attempt = 1; ; attempt++) {
      let status = 0, asked = 0;
      let error: Partial<ErrorAnswer['error']> = {};
      try {
        const answer = await fetch(url, {
          method: 'POST', headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' }, body, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS),
        });
        status = answer.status;
        asked = readWait(answer.headers.get('retry-after') ?? '');
        const said = JSON.parse(await answer.text()) as EventsAnswer & Partial<ErrorAnswer>;
        if (answer.ok && Array.isArray(said.rejected)) return said;
        error = said.error ?? {};
      } catch (_error) {
        // Nobody answered, or not in JSON: the status says what to do, if there is one.
      }
      const { code, message, path, requestId } = error;
      if (status === 413 && events.length > 1) return 'split';
      // Of what is taken for good only whole answers tell: one that was cut short is asked for again.
      if (attempt >= attempts || asked > LONGEST_MS || !(mayRetry(status, code) || (status >= 200 && status < 300))) {
        throw Object.assign(new Error(`tactful: ${code ?? (status || 'no answer')}${message ? `: ${message}` : ''}`), { code: code ?? 'unreachable', status, ...(path !== undefined && { path }), ...(requestId !== undefined && { requestId }) });
      }
      await wait(Math.max(asked, Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2)));
    }
  };
  const send = async (events: readonly UserEvent[]): Promise<EventsAnswer> => {
    const answer = await post(events);
    if (answer !== 'split') return answer;
    const half = events.length >> 1;
    const one = await send(events.slice(0, half)), other = await send(events.slice(half));
    return { accepted: one.accepted + other.accepted, rejected: [...one.rejected, ...other.rejected.map((refusal) => ({ ...refusal, index: refusal.index + half }))] };
  };
  return {
    async events(list) {
      const now = Date.now();
      let accepted = 0;
      const rejected: EventsAnswer['rejected'][number][] = [];
      for (let from = 0; from < list.length; from += LIMITS.userEvents) {
        const answer = await send(list.slice(from, from + LIMITS.userEvents).map((event) => ({ at: now, ...event })));
        accepted += answer.accepted;
        rejected.push(...answer.rejected.map((refusal) => ({ ...refusal, index: refusal.index + from })));
      }
      return { accepted, rejected };
    },
  };
}
