// @vitest-environment happy-dom
import type { IntakeAnswer, Summary } from '@tactful/protocol';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createGuard } from '../guard.ts';
import { createScope } from '../scope.ts';
import { createOutbox } from './outbox.ts';
import type { ShipCore } from './shipping.ts';
import type { KeyStore } from './storage.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

const summary = (session: string, seq = 1, more = {}): Summary => ({ session, part: 'p', seq, startedAt: 1, ...more } as Summary);
const ok = (more: Partial<IntakeAnswer> = {}): Response => new Response(JSON.stringify({ accepted: 1, rejected: [], superseded: [], config: 'c1', ...more }), { status: 202 });

function setUp(answers: (() => Response | Promise<Response>)[]) {
  const kept = new Map<string, any>();
  const sent: { sessions: string[]; keepalive: boolean }[] = [];
  const lost: string[] = [];
  const answered: IntakeAnswer[] = [];
  const storage = {
    works: true,
    all: async () => new Map(kept),
    update: async (key: string, change: (value: unknown) => unknown) => {
      kept.set(key, change(kept.get(key)));
      return kept.get(key);
    },
    set: async (key: string, value: unknown) => void kept.set(key, value),
    remove: async (keys: string[]) => keys.forEach((key) => kept.delete(key)),
  } as unknown as KeyStore;
  const net = async (_path: string, init: RequestInit = {}): Promise<Response> => {
    const { sessions, id } = JSON.parse(String(init.body));
    sent.push({ sessions: sessions ? sessions.map((one: Summary) => one.session + one.seq) : [id], keepalive: !!init.keepalive });
    return (answers.shift() ?? ok)();
  };
  const core = {
    scope: createScope(createGuard((error) => lost.push(String(error)))), net, storage, settings: { key: 'k', apiHost: '' }, consent: 'granted',
    now: () => Date.now(), lost: (reason: string, n = 1) => lost.push(`${reason} ${n}`),
  };
  return { kept, sent, lost, answered, core, outbox: createOutbox(core as unknown as ShipCore, () => 0.5, (answer) => answered.push(answer)) };
}

it('keeps one entry per part, sends all in one body, and lets go of what arrived', async () => {
  const { outbox, sent, kept, answered } = setUp([]);
  await outbox.keep(summary('a', 1));
  await outbox.keep(summary('a', 2));
  await outbox.keep(summary('b'));
  await outbox.send();
  expect(sent).toEqual([{ sessions: ['a2', 'b1'], keepalive: false }]);
  expect([...kept.values()]).toEqual([null, null]);
  expect(answered).toHaveLength(1);
  await outbox.send();
  expect(sent).toHaveLength(1);
  expect(kept.size).toBe(0);
});

it('an entry that changed while it was on the way stays', async () => {
  const { outbox, kept } = setUp([async () => {
    await outbox.keep(summary('a', 2));
    return ok();
  }]);
  await outbox.keep(summary('a', 1));
  await outbox.send();
  expect([...kept.values()]).toEqual([summary('a', 2)]);
});

it('backs off, doubling, and obeys Retry-After; nothing is lost', async () => {
  const { outbox, sent, kept } = setUp([
    () => Promise.reject(new TypeError('offline')), () => new Response('', { status: 500 }),
    () => new Response('', { status: 429, headers: { 'retry-after': '120' } }), ok,
  ]);
  await outbox.keep(summary('a'));
  await outbox.send();
  await outbox.send();
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(sent).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(119_999);
  expect(sent).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toHaveLength(4);
  expect(kept.get('s:ap')).toBeNull();
});

it('splits what is too large, and drops what is refused for good, counted', async () => {
  const { outbox, sent, lost } = setUp([() => new Response('', { status: 413 }), ok, () => new Response('', { status: 403 })]);
  for (const session of ['a', 'b', 'c']) await outbox.keep(summary(session));
  await outbox.send();
  expect(sent.map(({ sessions }) => sessions)).toEqual([['a1', 'b1', 'c1'], ['a1'], ['b1', 'c1']]);
  expect(lost).toEqual(['refused 2']);
});

it('bodies stay under 32 KiB, the outbox under 500 sessions, the oldest going first', async () => {
  const { outbox, sent, lost, kept } = setUp([]);
  for (let n = 0; n < 510; n++) await outbox.keep(summary('s' + n, 1, { startedAt: n, fill: 'x'.repeat(900) }));
  await outbox.send();
  expect(lost).toEqual(Array.from({ length: 10 }, () => 'outbox 1'));
  expect(sent.flatMap(({ sessions }) => sessions)).toHaveLength(500);
  expect(sent.flatMap(({ sessions }) => sessions)).not.toContain('s91');
  expect(Math.max(...sent.map(({ sessions }) => sessions.length * 960))).toBeLessThan(32_768);
  expect([...kept.values()].filter(Boolean)).toEqual([]);
});

it('one request at exit, that survives the page; none while another is in flight', async () => {
  const { outbox, sent } = setUp([]);
  outbox.sendAtExit(summary('a'));
  outbox.sendAtExit(summary('a', 2));
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual([{ sessions: ['a1'], keepalive: true }]);
});

it('leaves the part that has just begun alone: it speaks for itself later', async () => {
  const { outbox, sent } = setUp([]);
  await outbox.keep(summary('a'));
  await outbox.keep(summary('b', 1, { part: 'q' }));
  await outbox.send('p');
  expect(sent).toEqual([{ sessions: ['b1'], keepalive: false }]);
});

it('sends nothing once consent is gone', async () => {
  const { outbox, sent, core } = setUp([]);
  await outbox.keep(summary('a'));
  core.consent = 'denied';
  await outbox.send();
  expect(sent).toEqual([]);
});

it('the next page keeps to the wait that the collector asked of this one', async () => {
  const first = setUp([() => new Response('', { status: 429, headers: { 'retry-after': '60' } })]);
  await first.outbox.keep(summary('a'));
  await first.outbox.send();
  const next = setUp([]);
  first.kept.forEach((value, name) => next.kept.set(name, value));
  await vi.advanceTimersByTimeAsync(59_000);
  await next.outbox.send();
  expect(next.sent).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_001);
  await next.outbox.send();
  expect(next.sent).toEqual([{ sessions: ['a1'], keepalive: false }]);
});

it('after a collector that did not answer at all the next page tries for itself', async () => {
  const { outbox, kept } = setUp([() => Promise.reject(new TypeError('offline'))]);
  await outbox.keep(summary('a'));
  await outbox.send();
  expect([...kept.keys()]).toEqual(['s:ap']);
});

it('a wait that a clock set years ahead has left is not believed', async () => {
  const { outbox, kept, sent } = setUp([]);
  kept.set('wait', Date.now() + 31_536_000_000);
  await outbox.keep(summary('a'));
  await outbox.send();
  expect(sent).toHaveLength(1);
});

it('a collector that never answers is given up after 15 s, and asked again', async () => {
  const { outbox, sent, kept } = setUp([() => new Promise<Response>(() => undefined), ok]);
  await outbox.keep(summary('a'));
  const first = outbox.send();
  await vi.advanceTimersByTimeAsync(15_000);
  await first;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent.map(({ sessions }) => sessions)).toEqual([['a1'], ['a1']]);
  expect(kept.get('s:ap')).toBeNull();
});

it.each([
  ['cannot be reached', () => Promise.reject(new TypeError('offline')), 2],
  ['wants to be left alone', () => new Response('', { status: 429, headers: { 'retry-after': '60' } }), 2],
  ['refuses it for good', () => new Response('', { status: 422 }), 1],
])('a request to a person whose collector %s holds up no summary', async (_name, answer, attempts) => {
  const { outbox, sent, kept } = setUp([ok, answer, ok]);
  kept.set('r:ask', { id: 'ask' });
  await outbox.keep(summary('a'));
  await outbox.send();
  await outbox.send();
  expect(sent.map(({ sessions }) => sessions)).toEqual([['a1'], ['ask']]);
  await vi.advanceTimersByTimeAsync(60_000);
  await outbox.send();
  expect(sent.filter(({ sessions }) => sessions[0] === 'ask')).toHaveLength(attempts);
  expect(kept.has('r:ask')).toBe(false);
});
