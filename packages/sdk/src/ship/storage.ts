import { promisifyRequest } from 'idb-keyval';
import type { Milliseconds } from '@tactful/protocol';
import type { Scope } from '../scope.ts';

/** Storage that answers, whatever happens to it. */
export interface KeyStore {
  /** Everything that is kept. */
  all(): Promise<Map<string, any>>;
  /**
   * Reads and writes in one transaction, so that tabs do not overwrite each other; resolves once it is committed, with what
   * is kept. Where a transaction fails `change` runs again, upon what is kept by then: another tab may have written meanwhile. What it
   * throws changes nothing and rejects. `undefined` keeps nothing.
   */
  update<T>(key: string, change: (kept: T | undefined) => T): Promise<T>;
  /** Writes whatever was there before. What is asked of it as the page is left is written, too. */
  set(key: string, value: unknown): Promise<unknown>;
  /**
   * Takes an entry away if `may` says so of what is kept in that very transaction: what came since is not lost with it. An
   * empty entry always goes. Resolves once it is committed: true if there was something, and it is gone.
   */
  take(key: string, may: (kept: any) => boolean): Promise<boolean>;
  /** Empties and gives the database up. */
  erase(): Promise<unknown>;
  /** False once it was blocked, hung or full: memory since. */
  works: boolean;
}

/** A database that does not answer within this time never will: opening can hang for good. https://bugs.webkit.org/show_bug.cgi?id=226547 */
const DEADLINE_MS: Milliseconds = 1_000;

/** More are never under way. */
const MOST_OPEN = 9;

/** Asks within one transaction. */
type UseStore = <T>(mode: IDBTransactionMode, work: (kept: IDBObjectStore) => Promise<T> | T) => Promise<T>;

/** Left alone it would be committed when the page next gets a word: a page that is left gets none. */
const commit = ({ transaction }: IDBObjectStore): Promise<unknown> => {
  transaction.commit();
  return promisifyRequest(transaction);
};

/** Reads and writes an entry in one transaction; without promises in between, since a host's own may come when it is over. */
const change = (kv: UseStore, key: string, make: (kept: any) => unknown): Promise<unknown> => kv('readwrite', (kept) => new Promise((resolve, reject) => {
  const request = kept.get(key);
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    try {
      const value = make(request.result);
      if (value === undefined) kept.delete(key);
      else kept.put(value, key);
      resolve(commit(kept));
    } catch (error) {
      reject(error);
    }
  };
}));

/** Writes in one transaction. */
const write = (kv: UseStore, put: (kept: IDBObjectStore) => void): Promise<unknown> => kv('readwrite', (kept) => {
  put(kept);
  return commit(kept);
});

/**
 * IndexedDB through idb-keyval: one second, one more opening (a connection that the browser closed is never reopened by
 * itself), then memory.
 * @param broke hears once that storage is given up
 * @param may false while nothing may be kept: a database that was erased is then not made anew, not even empty, by what is still on
 * its way or comes late
 */
export function createStorage(name: string, scope: Scope, broke: () => void, may: () => boolean): KeyStore {
  const memory = new Map<string, unknown>();
  /** The latest transactions, over or not. */
  const latest: IDBTransaction[] = [];
  let begun = 0;
  /** Opens the database once; a connection that was closed since throws with each use. */
  const open = (): UseStore => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => void request.result.createObjectStore('kv');
    const opening = promisifyRequest(request);
    return async (mode, work) => {
      const db = await opening;
      // A page that deletes its databases, as at logout, would wait for ours.
      db.onversionchange = db.close;
      const transaction = db.transaction('kv', mode);
      latest[begun++ % MOST_OPEN] = transaction;
      return await work(transaction.objectStore('kv'));
    };
  };
  /** Null once it failed; undefined until it is opened, first or again after an erasure. */
  let store: UseStore | null | undefined;
  /** What comes while the database is given up waits for its end; a deletion under way would hold up the next opening. */
  let erasing: Promise<unknown> | undefined;
  const run = async <T>(work: (store: UseStore) => Promise<T>, instead: () => T, erases?: boolean): Promise<T> => {
    const attempt = async (): Promise<{ value: T }> => {
      // Without a turn in between: what is kept while all is taken down stands before the database is closed.
      const waits = erasing && !erases;
      if (waits) await erasing;
      if (!self.works) throw self;
      return { value: waits && !may() ? instead() : await work(store = store || open()) };
    };
    const twice = async (): Promise<{ value: T }> => {
      try {
        return await attempt();
      } catch (_error) {
        store = null;
        return await attempt();
      }
    };
    const done = await scope.upTo(DEADLINE_MS, twice());
    if (done) return done.value;
    if (self.works) {
      self.works = false;
      broke();
    }
    return instead();
  };
  const close = (kv: UseStore): Promise<void> => kv('readonly', (kept) => kept.transaction.db.close());
  // A connection that stays open, or is opened again by what is still on its way, would outlive us.
  scope.track(() => {
    self.works = false;
    return store && close(store);
  });
  // What a page that rests has begun holds up the other pages, which costs it its place in the back/forward cache; it is begun anew on its return.
  scope.listen(window, 'pagehide', () => latest.forEach((transaction) => {
    try {
      transaction.abort();
    } catch (_error) {
      // It is over, or all but committed.
    }
  }));
  const self: KeyStore = {
    works: true,
    all: () => run(async (kv) => {
      const [keys, values] = await kv('readonly', (kept) => Promise.all([promisifyRequest(kept.getAllKeys()), promisifyRequest(kept.getAll())]));
      return new Map(keys.map((key, at) => [key as string, values[at]]));
    }, () => new Map(memory)),
    async update<T>(key: string, make: (kept: T | undefined) => T): Promise<T> {
      let value!: T, done = false, failed: readonly unknown[] | undefined;
      const made = (kept: T | undefined): T | undefined => {
        // A database that answers after it was given up keeps what it has: other pages go on with it.
        if (done && !self.works) return kept || value;
        done = true;
        failed = undefined;
        try {
          memory.set(key, value = make(kept));
          return value;
        } catch (error) {
          // Caught here: it is no fault of the database.
          failed = [error];
          return kept;
        }
      };
      await run((kv) => change(kv, key, made), () => void made(memory.get(key) as T));
      if (failed) throw failed[0];
      return value;
    },
    set: (key, value) => run((kv) => write(kv, (kept) => kept.put(value, key)), () => void memory.set(key, value)),
    async take(key, may) {
      let taken = false;
      const left = (kept: unknown): unknown => (kept && !(taken = may(kept)) ? kept : undefined);
      await run((kv) => change(kv, key, left), () => void (left(memory.get(key)) || memory.delete(key)));
      return taken;
    },
    erase() {
      memory.clear();
      const go = (): Promise<unknown> => run(async (kv) => {
        await write(kv, (kept) => kept.clear());
        await close(kv);
        store = undefined;
        await new Promise((done) => {
          const request = indexedDB.deleteDatabase(name);
          request.onsuccess = request.onerror = request.onblocked = done;
        });
      }, () => undefined, true);
      const again = async (): Promise<unknown> => {
        await erasing;
        // What nobody opened since is still erased: to look would make it anew.
        return store === undefined || await go();
      };
      return erasing = erasing ? again() : go();
    },
  };
  return self;
}
