import type { IntakeAnswer, Summary } from '@tactful/protocol';
import { createGuard } from '../../packages/sdk/src/guard.ts';
import { createScope } from '../../packages/sdk/src/scope.ts';
import { createOutbox, type Outbox } from '../../packages/sdk/src/ship/outbox.ts';
import type { ShipCore } from '../../packages/sdk/src/ship/shipping.ts';
import type { KeyStore } from '../../packages/sdk/src/ship/storage.ts';

/** An outbox whose storage and network the test holds in its hands. */
export interface OpenedOutbox {
  readonly outbox: Outbox;
  /** May be changed: consent comes and goes. */
  readonly core: { consent: string; engine?: { offset: number } };
  readonly kept: Map<string, any>;
  /** What each request held: summaries as session and `seq`, requests as their id. */
  readonly sent: { readonly sessions: string[]; readonly keepalive: boolean }[];
  /** When each body of summaries says that it was sent. */
  readonly sentAt: number[];
  readonly lost: string[];
  /** The entries that were written, or looked at to be taken away. */
  readonly touched: string[];
  readonly answered: IntakeAnswer[];
}

export const summary = (session: string, seq = 1, more = {}): Summary => ({ session, part: 'p', seq, startedAt: 1, ...more } as Summary);
export const ok = (more: Partial<IntakeAnswer> = {}): Response => new Response(JSON.stringify({ accepted: 1, rejected: [], superseded: [], config: 'c1', ...more }), { status: 202 });

/** @param answers of the collector, one for each request; then all is well */
export function openOutbox(answers: (() => Response | Promise<Response>)[]): OpenedOutbox {
  const kept: OpenedOutbox['kept'] = new Map();
  const sent: OpenedOutbox['sent'] = [];
  const sentAt: number[] = [], lost: string[] = [], touched: string[] = [];
  const answered: IntakeAnswer[] = [];
  const storage: Pick<KeyStore, 'all' | 'set' | 'take'> = {
    all: async () => new Map(kept),
    async set(key, value) {
      touched.push(key);
      kept.set(key, value);
    },
    async take(key, may) {
      const value = kept.get(key);
      touched.push(key);
      return (!value || may(value)) && kept.delete(key) && !!value;
    },
  };
  const net = async (_path: string, init: RequestInit = {}): Promise<Response> => {
    const { sessions, id, sentAt: at } = JSON.parse(String(init.body));
    if (sessions) sentAt.push(at);
    sent.push({ sessions: sessions ? sessions.map((one: Summary) => one.session + one.seq) : [id], keepalive: !!init.keepalive });
    return (answers.shift() ?? ok)();
  };
  const core = {
    scope: createScope(createGuard((error) => lost.push(String(error)))), net, storage, settings: { key: 'k', apiHost: '' }, consent: 'granted',
    now: () => Date.now(), lost: (reason: string, n = 1) => lost.push(`${reason} ${n}`),
  };
  return { kept, sent, sentAt, lost, touched, answered, core, outbox: createOutbox(core as unknown as ShipCore, () => 0.5, (answer) => answered.push(answer)) };
}
