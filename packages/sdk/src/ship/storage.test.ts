// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { createGuard } from '../guard.ts';
import { createScope } from '../scope.ts';
import { createStorage } from './storage.ts';

/** What the database holds, and what befalls it as the next transactions end. */
const disk = new Map<string, unknown>();
const befalls: (() => 'aborts' | void)[] = [];
/** What became of the database, and whether anything may be kept. */
const databases: ('opened' | 'deleted')[] = [];
let may = true;
/** Transactions so far. */
let begun = 0;

/** Connections that are open, so that one can be told of a deletion; and whether the page rests: nothing is answered meanwhile. */
const connections = new Set<Record<string, any>>();
/** Answers that wait until the page is back. */
let rests: (() => void)[] | undefined;
const soon = (tell: () => void): void => queueMicrotask(() => rests ? void rests.push(tell) : tell());

/** One object store: requests and the end of a transaction are told as IndexedDB tells them, in that order. */
function openTransaction(mode: string, db: object) {
  const draft = new Map(disk);
  begun++;
  let over = '';
  const end = (how: string): void => {
    if (over) throw new DOMException(over, 'InvalidStateError');
    over = how;
  };
  const transaction: Record<string, any> = {
    commit: () => end('committed'), error: new Error('aborted'), db,
    abort() {
      end('aborted');
      soon(() => transaction['onabort']?.());
    },
  };
  const ask = (work: () => unknown) => {
    const request: Record<string, any> = {};
    queueMicrotask(() => {
      request['result'] = work();
      soon(() => over === 'aborted' ? request['onerror']?.() : request['onsuccess']?.());
    });
    return request;
  };
  if (mode === 'readwrite') setTimeout(() => {
    // A page that rests has not heard its answers: what waits for one stays open.
    if (over === 'aborted' || rests && !over) return;
    if (befalls.shift()?.() === 'aborts') return transaction['onabort']();
    disk.clear();
    draft.forEach((value, key) => disk.set(key, value));
    soon(() => transaction['oncomplete']());
  });
  return {
    transaction,
    get: (key: string) => ask(() => draft.get(key)),
    put: (value: unknown, key: string) => ask(() => draft.set(key, value)),
    delete: (key: string) => ask(() => draft.delete(key)),
    clear: () => ask(() => draft.clear()),
    getAll: () => ask(() => [...draft.values()]),
    getAllKeys: () => ask(() => [...draft.keys()]),
  };
}
vi.stubGlobal('indexedDB', {
  open() {
    const request: Record<string, any> = {};
    const connection: Record<string, any> = {
      close: () => connections.delete(connection),
      transaction(_name: string, mode: string) {
        if (!connections.has(connection)) throw new DOMException('closed', 'InvalidStateError');
        const store = openTransaction(mode, connection);
        return Object.assign(store.transaction, { objectStore: () => store });
      },
    };
    databases.push('opened');
    queueMicrotask(() => {
      connections.add(request['result'] = connection);
      request['onsuccess']();
    });
    return request;
  },
  deleteDatabase() {
    const request: Record<string, any> = {};
    databases.push('deleted');
    connections.forEach((one) => one['onversionchange']?.());
    setTimeout(() => connections.size || (disk.clear(), request['onsuccess']?.()));
    return request;
  },
});

beforeEach(() => {
  disk.clear();
  befalls.length = databases.length = 0;
  connections.clear();
  begun = 0;
  rests = undefined;
  may = true;
});
const open = (scope = createScope(createGuard(() => undefined))) => createStorage('test', scope, () => undefined, () => may);
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
  const storage = open(scope);
  scope.track(() => void (kept = storage.set('last', 1)));
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

it('once erased, what is on its way or comes late does not make the database anew; what is kept after a new grant does', async () => {
  const storage = open();
  await storage.set('visitor', 1);
  may = false;
  const erased = storage.erase();
  const late = [storage.update('session', () => 1), storage.set('said', true), storage.take('visitor', () => true), storage.take('caps', () => true), storage.all()];
  await Promise.all([erased, ...late]);
  await storage.all();
  expect([databases, storage.works, disk.size]).toEqual([['opened', 'deleted'], true, 0]);
  may = true;
  await storage.set('consent', 'granted');
  await storage.update('visitor', (kept) => kept || 2);
  expect([await storage.all(), databases, storage.works]).toEqual([new Map<string, unknown>([['consent', 'granted'], ['visitor', 2]]), ['opened', 'deleted', 'opened'], true]);
});

it('erases, too, where the browser had closed the connection', async () => {
  const storage = open();
  await storage.set('visitor', 1);
  may = false;
  befalls.push(() => 'aborts');
  await storage.erase();
  expect([storage.works, disk.size, databases]).toEqual([true, 0, ['opened', 'opened', 'deleted']]);
});

it('answers that follow each other: erases what was kept in between, and opens nothing where nothing was', async () => {
  const storage = open();
  await storage.set('visitor', 1);
  const answer = (status: 'granted' | 'denied'): Promise<unknown> => {
    may = status === 'granted';
    return may ? storage.set('consent', status) : storage.erase();
  };
  await Promise.all((['denied', 'granted', 'denied', 'denied'] as const).map(answer));
  expect([disk.size, databases]).toEqual([0, ['opened', 'deleted']]);
  await answer('granted');
  await Promise.all((['denied', 'granted'] as const).map(answer));
  expect([storage.works, [...disk], databases]).toEqual([true, [['consent', 'granted']], ['opened', 'deleted', 'opened', 'deleted', 'opened']]);
  await answer('denied');
  expect([disk.size, databases.at(-1)]).toEqual([0, 'deleted']);
});

it('a page that deletes its databases does not wait for ours; what is kept next opens it anew', async () => {
  const storage = open();
  await storage.set('visitor', 1);
  await new Promise((done) => { (indexedDB.deleteDatabase('test') as { onsuccess: unknown }).onsuccess = done; });
  await storage.set('visitor', 2);
  expect([storage.works, [...disk], databases]).toEqual([true, [['visitor', 2]], ['opened', 'deleted', 'opened']]);
});

it('what was asked as the page is left gives way, but what is all but written, and is asked again on its return', async () => {
  disk.set('part', { seq: 1 }).set('caps', 1);
  const storage = open();
  await storage.all();
  rests = [];
  const asked = [storage.take('part', upTo(1)), storage.update<number>('caps', (kept) => kept! + 1), storage.all()];
  const written = storage.set('last', 1);
  await vi.waitUntil(() => begun === 5);
  window.dispatchEvent(new Event('pagehide'));
  // Another page goes on meanwhile.
  await vi.waitUntil(() => disk.has('last'));
  expect(disk).toEqual(new Map<string, unknown>([['part', { seq: 1 }], ['caps', 1], ['last', 1]]));
  disk.set('part', { seq: 2 }).set('caps', 5);
  const waits = rests;
  rests = undefined;
  waits.forEach((tell) => tell());
  expect(await Promise.all([...asked, written])).toEqual([false, 6, expect.any(Map), undefined]);
  expect([storage.works, disk]).toEqual([true, new Map<string, unknown>([['part', { seq: 2 }], ['caps', 6], ['last', 1]])]);
});
