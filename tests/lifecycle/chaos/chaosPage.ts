/**
 * The page that tabs open, given to them as text. It plays visitors one after another through the SDK's own verbs, and tells the ledger
 * of each summary: before it is written to IndexedDB or sent, and when its transaction is complete. All wait for the ledger's
 * answer, so that a killed tab leaves nothing untold. Where the address says `#drain` it plays nobody, and sends what waits.
 */
function play(): void {
  /** Of summaries that wait there are no more than so many, looked at after so many visits: each is read with every one that is sent. */
  const KEPT_MOST = 80, EACH = 8;
  let visits = 0;
  let stopped = location.hash === '#drain';
  const tactful = (): any => (window as any).tactful;
  const tell = (kind: string, { session, part, seq, counts }: any): void => {
    const told = JSON.stringify({ kind, session, part, seq, views: counts.view_item ?? 0, orders: counts.purchase ?? 0 });
    try {
      const request = new XMLHttpRequest();
      request.open('POST', '/ledger', false);
      request.send(told);
      stopped ||= request.responseText === 'stop';
    } catch {
      // While a page is left none may wait; a beacon outlives it.
      navigator.sendBeacon('/ledger', told);
    }
  };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, key) {
    if (String(key).startsWith('s:')) {
      tell('created', value);
      this.transaction.addEventListener('complete', () => tell('committed', value));
    }
    return put.call(this, value, key);
  };
  // Storage that does not answer in time, as on a machine that is busy, is given up: what is sent then was never written.
  const send = window.fetch;
  window.fetch = (input, init) => {
    if (String(input).includes('/v1/summaries')) for (const one of JSON.parse(String(init!.body)).sessions) tell('created', one);
    return send.call(window, input, init);
  };
  const pause = (ms: number): Promise<void> => new Promise((done) => { setTimeout(done, ms); });
  /** What is kept: each part's name and `seq`. */
  const kept = async (): Promise<[string, number][]> => {
    const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('tactful:'))?.name;
    if (!name) return [];
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const reading = database.transaction('kv').objectStore('kv').getAll(IDBKeyRange.bound('s:', 's;'));
        reading.onsuccess = () => {
          database.close();
          resolve(reading.result.map(({ session, part, seq }: any) => [`${session}/${part}`, seq]));
        };
      };
    });
  };
  const flush = (): Promise<unknown> => Promise.race([tactful().flush(), pause(1_000)]);
  const visit = async (): Promise<void> => {
    const views = 1 + Math.floor(Math.random() * 3);
    for (let view = 0; view < views; view++) tactful().track('view_item', { value: 10, currency: 'EUR' });
    if (Math.random() < 0.2) tactful().track('purchase', { transaction_id: Math.random(), value: 10, currency: 'EUR' });
    if (Math.random() < 0.3) await flush();
    if (Math.random() < 0.01) {
      location.reload();
      await pause(60_000);
    }
    await tactful().reset();
    if (++visits % EACH) return;
    while (!stopped && (await kept()).length > KEPT_MOST) await Promise.all([flush(), pause(200)]);
  };
  Object.assign(window, { kept, drain: flush });
  addEventListener('DOMContentLoaded', () => tactful().ready(async () => {
    while (!stopped) await visit();
  }));
}

export const chaosPage = (collector: string, key: string): string => `<!doctype html><meta charset="utf-8"><title>Chaos</title>
<script>(${play})()</script><script src="${collector}/tactful.js" data-key="${key}" data-consent="granted"></script><h1>Items</h1>`;
