// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { createGuard } from '../guard.ts';
import { createScope } from '../scope.ts';
import { createStorage } from './storage.ts';

/** What the database holds, and what befalls it as the next transactions end. */
const disk = new Map<string, unknown>();
const befalls: (() => 'aborts' | void)[] = [];

/** One object store: requests and the end of a transaction are told as IndexedDB tells them, in that order. */
function openTransaction() {
  const draft = new Map(disk);
  const transaction: Record<string, any> = { commit: () => undefined, error: new Error('aborted') };
  const ask = (work: () => unknown) => {
    const request: Record<string, any> = {};
    queueMicrotask(() => {
      request['result'] = work();
      request['onsuccess']?.();
    });
    return request;
  };
  setTimeout(() => {
    if (befalls.shift()?.() === 'aborts') return transaction['onabort']();
    disk.clear();
    draft.forEach((value, key) => disk.set(key, value));
    transaction['oncomplete']();
  });
  return {
    transaction,
    get: (key: string) => ask(() => draft.get(key)),
    put: (value: unknown, key: string) => ask(() => draft.set(key, value)),
    delete: (key: string) => ask(() => draft.delete(key)),
  };
}
vi.mock('idb-keyval', async (original) => ({
  ...await original<object>(),
  createStore: () => async (_mode: string, work: (store: unknown) => unknown) => work(openTransaction()),
}));

beforeEach(() => {
  disk.clear();
  befalls.length = 0;
});
const open = () => createStorage('test', createScope(createGuard(() => undefined)), () => undefined);
const upTo = (seq: number) => (kept: { seq: number }): boolean => kept.seq <= seq;

it('takes away what may go, by what is kept in that transaction', async () => {
  disk.set('seen', { seq: 1 }).set('newer', { seq: 2 }).set('empty', null);
  const { take } = open();
  expect([await take('seen', upTo(1)), await take('newer', upTo(1)), await take('empty', upTo(1)), await take('none', upTo(1))]).toEqual([true, false, false, false]);
  expect(disk).toEqual(new Map([['newer', { seq: 2 }]]));
});

it('asks again where the transaction failed: what another tab committed in between stays', async () => {
  disk.set('part', { seq: 1 });
  befalls.push(() => {
    disk.set('part', { seq: 2 });
    return 'aborts';
  });
  expect(await open().take('part', upTo(1))).toBe(false);
  expect(disk).toEqual(new Map([['part', { seq: 2 }]]));
});

it('a change is made once, though its transaction failed; nothing is written for undefined', async () => {
  befalls.push(() => 'aborts', () => undefined, () => 'aborts');
  const { update } = open();
  const claim = vi.fn(() => 'claimed');
  expect(await update<string>('claim', claim)).toBe('claimed');
  const nothing = vi.fn(() => undefined);
  expect(await update('nothing', nothing)).toBeUndefined();
  expect([claim.mock.calls.length, nothing.mock.calls.length]).toEqual([1, 1]);
  expect(disk).toEqual(new Map([['claim', 'claimed']]));
});

it('in memory, once the database is given up, the same holds', async () => {
  befalls.push(() => 'aborts', () => 'aborts');
  const storage = open();
  await storage.set('newer', { seq: 2 }).catch(() => undefined);
  expect(storage.works).toBe(false);
  await storage.set('seen', { seq: 1 });
  expect([await storage.take('seen', upTo(1)), await storage.take('newer', upTo(1))]).toEqual([true, false]);
  expect(await storage.all()).toEqual(new Map([['newer', { seq: 2 }]]));
});
