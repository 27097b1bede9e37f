// @vitest-environment happy-dom
import { LIMITS, type Summary } from '@tactful/protocol';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createGuard } from '../guard.ts';
import { createScope } from '../scope.ts';
import type { Outbox } from './outbox.ts';
import { createShip, SOON_MS } from './ship.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }));
afterEach(() => void vi.useRealTimers());

function setUp(build: (seq: number) => unknown = (seq) => ({ seq })) {
  const log: string[] = [];
  const outbox: Outbox = {
    keep: async (summary) => log.push('keep ' + summary.seq),
    send: async () => void log.push('send'),
    sendAtExit: (summary) => !!log.push('exit ' + summary.seq),
  };
  const ship = createShip({ scope: createScope(createGuard((error) => log.push(String(error)))), now: () => Date.now(), lost: (reason) => log.push('lost ' + reason) }, outbox, { build: build as (seq: number) => Summary, carry: () => log.push('carry ' + ship.seq) });
  return { ship, log, outbox };
}

it('keeps the earliest plan, persists seq before it sends, and sends nothing that did not change', async () => {
  const { ship, log } = setUp();
  expect(ship.plan(Date.now() + 300_000)).toBe(true);
  expect(ship.plan(Date.now() + SOON_MS)).toBe(true);
  expect(ship.plan(Date.now() + 300_000)).toBe(false);
  await vi.advanceTimersByTimeAsync(SOON_MS);
  expect(log).toEqual(['carry 1', 'keep 1', 'send']);
  await ship.flush();
  ship.exit({ goesOn: false });
  expect(log).toEqual(['carry 1', 'keep 1', 'send', 'send']);
});

it('at exit: persisted in the tab, then kept and sent at once', () => {
  const { ship, log } = setUp();
  ship.begin(7);
  ship.plan(Date.now() + 300_000);
  ship.exit({ goesOn: false });
  expect(log).toEqual(['carry 8', 'keep 8', 'exit 8']);
  ship.exit({ goesOn: false });
  expect(log).toHaveLength(3);
  expect(vi.getTimerCount()).toBe(0);
});

it('where another page goes on: persisted and kept, not sent, and as planned as before', () => {
  const { ship, log } = setUp();
  ship.plan(Date.now() + SOON_MS);
  ship.exit({ goesOn: true });
  expect(log).toEqual(['carry 1', 'keep 1']);
  expect([ship.sent, ship.due]).toEqual([true, Date.now() + SOON_MS]);
});

it('nothing is kept or sent where nothing may be shipped', async () => {
  const { ship, log } = setUp(() => undefined);
  ship.plan(Date.now());
  await ship.seal();
  expect([log, ship.seq]).toEqual([[], 0]);
});

it('what can’t be built is no error of the page: neither of a planned sending nor of one that is asked for', async () => {
  const { ship, log } = setUp(() => { throw new Error('broken'); });
  ship.plan(Date.now() + SOON_MS);
  await vi.advanceTimersByTimeAsync(SOON_MS);
  ship.plan(Date.now());
  await ship.seal();
  expect(log).toEqual(['Error: broken', 'send', 'Error: broken']);
});

it('a summary that is too large loses what is least needed, and says so', async () => {
  let kept: Partial<Summary> = {};
  const gates = Object.fromEntries(Array.from({ length: 400 }, (_, n) => ['campaign-' + n, { page: 1 }]));
  const { ship, log } = setUp(() => kept = { snapshots: [], gates, pages: {} });
  ship.plan(Date.now());
  await ship.seal();
  expect(kept).toEqual({ snapshots: [], gates: {}, pages: {} });
  expect(JSON.stringify(kept).length).toBeLessThan(LIMITS.summaryBytes);
  expect(log).toContain('lost summary');
});
