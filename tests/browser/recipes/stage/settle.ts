import type { Page } from 'playwright-core';

/**
 * Gives storage and network their time: what a page has begun to write is written, and what it has asked for is answered, before
 * its clock goes on. A steered clock else leaps over the second that storage is given, which then counts as hanging. Reading and
 * writing stand in one queue.
 */
export async function settle(page: Page): Promise<void> {
  // A blank page has no storage.
  if (!page.url().startsWith('http')) return;
  await page.evaluate(async () => {
    const through = (name: string): Promise<void> => new Promise((done) => {
      const opened = indexedDB.open(name);
      opened.onerror = () => done();
      opened.onsuccess = () => {
        const { result: database } = opened;
        const end = (): void => done(database.close());
        const [store] = database.objectStoreNames;
        if (!store) return end();
        const turn = database.transaction(store, 'readwrite');
        turn.objectStore(store).count();
        turn.oncomplete = turn.onabort = end;
      };
    });
    // One thing written may lead to the next.
    for (let turn = 0; turn < 3; turn++) for (const { name } of await indexedDB.databases()) await through(name!);
    await (window as unknown as { __heard(): Promise<void> }).__heard();
  });
}
