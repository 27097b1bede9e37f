import type { EpochMs, Milliseconds, WebhookBody } from '@tactful/protocol';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openSql } from '../../../../tests/worker/harness/openSql.ts';
import { deliverDue, type Sent } from './deliverDue.ts';
import { createOutboxStore, OUTBOX_SCHEMA, RECEIVERS_SCHEMA } from './outboxStore.ts';

const START: EpochMs = 1_800_000_000_000, SECOND: Milliseconds = 1_000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, DAY = 24 * HOUR;
/** A third is no whole number of milliseconds of any wait. */
const DICE = 1 / 3;
const down = (): Sent => ({ ok: false, failure: 'HTTP 500' });

beforeEach(() => { vi.spyOn(console, 'error').mockImplementation(() => undefined); });
afterEach(() => { vi.restoreAllMocks(); });

/** An outbox whose receivers answer as `answer` says, and what they were told. */
function open(answer: (event: string, webhook: string) => Sent | undefined) {
  const { sql } = openSql([OUTBOX_SCHEMA, RECEIVERS_SCHEMA]);
  const outbox = createOutboxStore(sql);
  const told: string[] = [];
  const clock = { now: START };
  const put = (event: string, webhook = 'hook') => outbox.put(webhook, { kind: 'request', event, ref: event, session: null }, clock.now);
  const round = () => deliverDue({
    outbox, site: 'shop', clock: () => clock.now, dice: () => DICE,
    write: ({ event }) => ({ id: event }) as WebhookBody, send: async (webhook, { id }) => { told.push(id); return answer(id, webhook); },
  });
  const written = () => Number(sql.exec('SELECT total_changes() AS n').one()['n']);
  /** Until so long after the start, each round when it is due. */
  const pass = async (until: Milliseconds): Promise<void> => {
    for (let next = outbox.next(); next !== undefined && next <= START + until; next = await round()) clock.now = Math.max(next, clock.now);
    clock.now = START + until;
  };
  return { outbox, told, clock, put, round, written, pass };
}

it('tries nothing new while a receiver is left alone, and writes as little of many as of one', async () => {
  const { outbox, told, clock, put, round, written } = open(down);
  put('a');
  const due = await round();
  expect(due).toBe(START + Math.ceil(10 * SECOND * (0.8 + 0.4 * DICE)));
  for (let n = 0; n < 40; n++) {
    put(`b${n}`);
    expect(await round()).toBe(due);
  }
  expect(told).toEqual(['a']);
  clock.now = due!;
  const before = written();
  await round();
  expect([told.length, written() - before]).toEqual([2, 2]);
  expect(outbox.counts()).toEqual([{ webhook: 'hook', state: 'waiting', n: 41, failure: 'HTTP 500' }]);
});

it('waits longer after each failure in a row, half an hour at most, and begins anew after a success', async () => {
  let answer: () => Sent = down;
  const { told, clock, put, round } = open(() => answer());
  const waited = async (): Promise<number> => {
    const due = await round() as EpochMs, span = due - clock.now;
    clock.now = due;
    return Math.round(span / (0.8 + 0.4 * DICE) / SECOND);
  };
  for (let n = 0; n < 9; n++) put(`a${n}`);
  expect([await waited(), await waited(), await waited(), await waited(), await waited(), await waited()]).toEqual([10, 60, 300, 1_800, 1_800, 1_800]);
  answer = () => ({ ok: true });
  await round();
  answer = down;
  put('new');
  expect([await waited(), told.at(-1)]).toEqual([10, 'new']);
});

it('asks as late as it is asked to, for a day at most, at a whole millisecond', async () => {
  for (const [after, wait] of [[120_000.5, 120_001], [10 * DAY, DAY]] as const) {
    const { put, round } = open(() => ({ ok: false, failure: 'HTTP 429', after }));
    put('a');
    expect(await round()).toBe(START + wait);
  }
});

it('gives up what has waited for three days, says so, and sends it again for as long when it is told to', async () => {
  const { outbox, told, clock, put, pass } = open(down);
  for (let n = 0; n < 400; n++) put(`a${n}`);
  await pass(3 * DAY + HOUR);
  expect(outbox.counts()).toEqual([{ webhook: 'hook', state: 'given_up', n: 400, failure: 'HTTP 500' }]);
  expect(told.length).toBeLessThan(200);
  expect(vi.mocked(console.error).mock.calls).toEqual([[JSON.stringify({ task: 'webhooks', site: 'shop', webhook: 'hook', givenUp: 400, failure: 'HTTP 500' })]]);
  expect(outbox.replay('hook', { since: 0, now: clock.now })).toBe(400);
  expect(outbox.next()).toBe(clock.now);
  await pass(5 * DAY);
  expect(outbox.counts()).toMatchObject([{ state: 'waiting', n: 400 }]);
});

it('lets others pass an event that is never taken, which is given up after its ten attempts', async () => {
  const { outbox, told, put, pass } = open((event) => (event === 'bad' ? down() : { ok: true }));
  put('bad');
  put('good');
  await pass(2 * HOUR);
  expect(outbox.counts()).toMatchObject([{ state: 'delivered', n: 1 }, { state: 'waiting', n: 1 }]);
  await pass(4 * DAY);
  expect(told.filter((event) => event === 'bad')).toHaveLength(10);
  expect(outbox.counts()).toMatchObject([{ state: 'delivered', n: 1 }, { state: 'given_up', n: 1 }]);
});

it('gives each receiver its turns, and forgets one that nothing is left of', async () => {
  const { outbox, told, put, round, pass } = open((_event, webhook) => (webhook === 'gone' ? undefined : { ok: true }));
  for (let n = 0; n < 60; n++) put(`many${n}`, 'busy');
  put('one', 'calm');
  put('none', 'gone');
  await round();
  expect([told.length, told.includes('one')]).toEqual([50, true]);
  expect(outbox.counts().map(({ webhook }) => webhook)).not.toContain('gone');
  await pass(8 * DAY);
  expect([outbox.counts(), outbox.next()]).toEqual([[], undefined]);
});
