// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ok, openOutbox as setUp, summary } from '../../../../tests/doubles/openOutbox.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

it('keeps one entry per part, sends all in one body, and lets go of what arrived', async () => {
  const { outbox, sent, kept, answered } = setUp([]);
  await outbox.keep(summary('a', 1));
  await outbox.keep(summary('a', 2));
  await outbox.keep(summary('b'));
  await outbox.send();
  expect(sent).toEqual([{ sessions: ['a2', 'b1'], keepalive: false }]);
  expect(kept.size).toBe(0);
  expect(answered).toHaveLength(1);
  await outbox.send();
  expect(sent).toHaveLength(1);
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

it('what another tab commits during a drain stays, though its entry was empty as the drain began', async () => {
  const { outbox, kept, sent } = setUp([() => {
    kept.set('s:bp', summary('b', 2));
    return ok();
  }]);
  kept.set('s:bp', null);
  await outbox.keep(summary('a'));
  await outbox.send();
  expect(kept).toEqual(new Map([['s:bp', summary('b', 2)]]));
  await outbox.send();
  expect(sent.map(({ sessions }) => sessions)).toEqual([['a1'], ['b2']]);
});

it('what another tab commits to an entry too many stays, and is not counted as lost', async () => {
  const { outbox, kept, lost } = setUp([() => {
    kept.set('s:s0p', summary('s0', 2));
    return ok();
  }]);
  for (let n = 0; n < 501; n++) await outbox.keep(summary('s' + n, 1, { startedAt: n }));
  await outbox.send();
  expect([kept, lost]).toEqual([new Map([['s:s0p', summary('s0', 2)]]), []]);
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
  expect(kept.has('s:ap')).toBe(false);
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
  expect(kept.size).toBe(0);
});

it('one request at exit, that survives the page', async () => {
  const { outbox, sent } = setUp([]);
  expect(outbox.sendAtExit(summary('a'))).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual([{ sessions: ['a1'], keepalive: true }]);
});

it('what leaves at exit waits for nothing: neither for what is read nor for what is on its way', async () => {
  const { outbox, sent } = setUp([() => new Promise<Response>(() => undefined)]);
  await outbox.keep(summary('a'));
  void outbox.send();
  expect(outbox.sendAtExit(summary('b'))).toBe(true);
  expect(sent).toEqual([{ sessions: ['b1'], keepalive: true }]);
});

it('one request at a time survives the page: what leaves meanwhile stays kept', async () => {
  let answer = (_response: Response): void => undefined;
  const { outbox, sent } = setUp([() => new Promise<Response>((resolve) => { answer = resolve; })]);
  expect(outbox.sendAtExit(summary('b'))).toBe(true);
  expect(outbox.sendAtExit(summary('b', 2))).toBe(false);
  answer(ok());
  await vi.advanceTimersByTimeAsync(0);
  expect(outbox.sendAtExit(summary('b', 2))).toBe(true);
  expect(sent).toEqual([{ sessions: ['b1'], keepalive: true }, { sessions: ['b2'], keepalive: true }]);
});

it('leaves the part that has just begun alone: it speaks for itself later', async () => {
  const { outbox, sent } = setUp([]);
  await outbox.keep(summary('a'));
  await outbox.keep(summary('b', 1, { part: 'q' }));
  await outbox.send('p');
  expect(sent).toEqual([{ sessions: ['b1'], keepalive: false }]);
});

it.each([[120_000, 120_000], [-120_000, 5_000]])('a Retry-After that is a date, %i ms from now, is waited for', async (from, waits) => {
  const { outbox, sent } = setUp([() => new Response('', { status: 503, headers: { 'retry-after': new Date(Date.now() + from).toUTCString() } })]);
  await outbox.keep(summary('a'));
  await outbox.send();
  await vi.advanceTimersByTimeAsync(waits - 1);
  expect(sent).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toHaveLength(2);
});

it.each(['{}', 'null', '[]', '{"rejected":[]}', '<html>'])('a 202 that says %s is no answer: kept, and tried again', async (body) => {
  const { outbox, sent, kept } = setUp([() => new Response(body, { status: 202 })]);
  await outbox.keep(summary('a'));
  await outbox.send();
  expect(kept.size).toBe(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect([sent.length, kept.size]).toEqual([2, 0]);
});

it('what is to be sent while a body is on its way leaves after it', async () => {
  let second: Promise<void> | undefined;
  const { outbox, sent } = setUp([async () => {
    await outbox.keep(summary('b'));
    second = outbox.send();
    return ok();
  }]);
  await outbox.keep(summary('a'));
  void outbox.send();
  await vi.advanceTimersByTimeAsync(0);
  await second;
  expect(sent.map(({ sessions }) => sessions)).toEqual([['a1'], ['b1']]);
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

it.each([
  ['answers', () => new Promise<Response>(() => undefined)],
  ['ends its answer', () => new Response(new ReadableStream(), { status: 202 })],
])('a collector that never %s is given up after 15 s, and asked again', async (_name, answer) => {
  const { outbox, sent, kept } = setUp([answer, ok]);
  await outbox.keep(summary('a'));
  const first = outbox.send();
  await vi.advanceTimersByTimeAsync(15_000);
  await first;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(sent.map(({ sessions }) => sessions)).toEqual([['a1'], ['a1']]);
  expect(kept.has('s:ap')).toBe(false);
});

it.each([
  ['cannot be reached', () => Promise.reject(new TypeError('offline')), 2],
  ['wants to be left alone', () => new Response('', { status: 429, headers: { 'retry-after': '60' } }), 2],
  ['is not there, and a worker of the page’s own answers', () => new Response('<html>You are offline'), 2],
  ['refuses it for good', () => new Response('', { status: 422 }), 1],
])('a request to a person whose collector %s holds up no summary', async (_name, answer, attempts) => {
  const { outbox, sent, kept, lost } = setUp([ok, answer, ok]);
  kept.set('r:ask', { id: 'ask' });
  await outbox.keep(summary('a'));
  await outbox.send();
  await outbox.send();
  expect(sent.map(({ sessions }) => sessions)).toEqual([['a1'], ['ask']]);
  await vi.advanceTimersByTimeAsync(60_000);
  await outbox.send();
  expect(sent.filter(({ sessions }) => sessions[0] === 'ask')).toHaveLength(attempts);
  expect(kept.has('r:ask')).toBe(false);
  expect(lost).toEqual(attempts === 1 ? ['refused 1'] : []);
});

it('says when it was sent by the clock that its summaries tell time by: the server’s, once the engine knows it', async () => {
  const { outbox, core, sentAt } = setUp([]);
  await outbox.keep(summary('a'));
  await outbox.send();
  core.engine = { offset: -63_072_000_000 };
  await outbox.keep(summary('a', 2));
  await outbox.send();
  outbox.sendAtExit(summary('a', 3));
  await vi.advanceTimersByTimeAsync(0);
  expect(sentAt).toEqual([1_000_000, 1_000_000 - 63_072_000_000, 1_000_000 - 63_072_000_000]);
});
