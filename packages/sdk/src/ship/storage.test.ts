// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { createGuard } from '../guard.ts';
import { createScope } from '../scope.ts';
import { createStorage } from './storage.ts';

/** What the database holds, and what befalls it as the next transactions end. */
const disk = new Map<string, unknown>();
const befalls: (() => 'aborts' | void)[] = [];

/** One object store: requests and the end of a transaction are told as IndexedDB tells them, in that order. */
function openTransaction(mode: string) {
  const draft = new Map(disk);
  const transaction: Record<string, any> = { commit: () => undefined, error: new Error('aborted'), db: { close: () => undefined } };
  const ask = (work: () => unknown) => {
    const request: Record<string, any> = {};
    queueMicrotask(() => {
      request['result'] = work();
      request['onsuccess']?.();
    });
    return request;
  };
  if (mode === 'readwrite') setTimeout(() => {
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
  createStore: () => async (mode: string, work: (store: unknown) => unknown) => work(openTransaction(mode)),
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

it('a change whose transaction failed is made upon what another tab committed in between; nothing is written for undefined', async () => {
  disk.set('names', 'ours');
  befalls.push(() => {
    disk.set('names', 'theirs');
    return 'aborts';
  });
  const { update } = open();
  expect(await update<string>('names', (kept) => kept + ' and more')).toBe('theirs and more');
  expect(await update('nothing', () => undefined)).toBeUndefined();
  expect(disk).toEqual(new Map([['names', 'theirs and more']]));
});

it('what a change throws reaches who asked; nothing is changed, and storage goes on', async () => {
  disk.set('caps', 1);
  const storage = open();
  await expect(storage.update('caps', () => { throw new Error('ours'); })).rejects.toThrow('ours');
  expect([storage.works, disk.get('caps'), await storage.update<number>('caps', (kept) => kept! + 1)]).toEqual([true, 1, 2]);
});

it('what is kept while all is taken down stands', async () => {
  const scope = createScope(createGuard(() => undefined));
  let kept: Promise<unknown> | undefined;
  scope.track(() => void (kept = storage.set('last', 1)));
  const storage = createStorage('test', scope, () => undefined);
  scope.stop();
  await kept;
  await vi.waitUntil(() => disk.size);
  expect(disk).toEqual(new Map([['last', 1]]));
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
