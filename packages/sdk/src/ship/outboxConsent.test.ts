// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ok, openOutbox as setUp, summary } from '../../../../tests/doubles/openOutbox.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

it('sends nothing once consent is gone', async () => {
  const { outbox, sent, core } = setUp([]);
  await outbox.keep(summary('a'));
  core.consent = 'denied';
  await outbox.send();
  expect(sent).toEqual([]);
});

const late = (status: number) => (): Response => new Response('', { status, headers: { 'retry-after': '60' } });
it.each([['taken', ok], ['refused', late(403)], ['too large', late(413)], ['to come later', late(503)]])('consent that goes while a body is on its way: no other leaves, and storage is left alone (%s)', async (_name, answer) => {
  const { outbox, core, sent, touched } = setUp([() => {
    core.consent = 'denied';
    touched.length = 0;
    return answer();
  }]);
  for (let n = 0; n < 60; n++) await outbox.keep(summary('s' + n, 1, { fill: 'x'.repeat(900) }));
  await outbox.send();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sent).toHaveLength(1);
  expect(touched).toEqual([]);
});

it('consent that goes while a request to a person is on its way: no other leaves, and storage is left alone', async () => {
  const { outbox, core, sent, kept, touched } = setUp([() => {
    core.consent = 'denied';
    return ok();
  }]);
  for (const id of ['one', 'two']) kept.set('r:' + id, { id });
  await outbox.send();
  expect([sent.length, touched]).toEqual([1, []]);
});
