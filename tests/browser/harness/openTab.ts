import type { BrowserContext, Page } from 'playwright-core';
import { hearErrors } from './hearErrors.ts';
import { ready, type Stage } from './openStage.ts';

export interface Tab {
  readonly page: Page;
  /** Uncaught errors of the page. */
  readonly errors: string[];
  /** Resolves once the page was told an event so often. */
  told(event: string, times?: number): Promise<void>;
  /** How often the page was told an event. */
  count(event: string): Promise<number>;
  /** Calls a verb and gives what it answers, or resolves to. */
  call(verb: string, ...args: unknown[]): Promise<any>;
  go(path: string): Promise<void>;
}

/** Options of `expect.poll`: a fact that is sure to come is waited for this long. */
export const SOON = { timeout: 10_000 };

/** A tab of the site, with its events and errors recorded from before the SDK is there. */
export async function openTab(stage: Stage, visitor: BrowserContext, path = '/'): Promise<Tab> {
  const page = await visitor.newPage();
  const errors: string[] = [];
  hearErrors(page, errors);
  await page.addInitScript(() => {
    const told: string[] = (window as unknown as { told: string[] }).told = [];
    for (const event of ['message:shown', 'message:eligible', 'message:suppressed', 'message:dismissed', 'message:clicked', 'message:converted', 'chat:opened', 'chat:closed', 'consent:changed', 'ready']) {
      window.addEventListener('tactful:' + event, () => told.push(event));
    }
  });
  const go = async (to: string): Promise<void> => {
    await page.goto(stage.origin + to);
    await ready(page);
  };
  const tab: Tab = {
    page, errors, go,
    told: async (event, times = 1) => void await page.waitForFunction(
      ([name, n]) => (window as unknown as { told: string[] }).told.filter((one) => one === name).length >= Number(n), [event, times] as const),
    count: (event) => page.evaluate((name) => (window as unknown as { told: string[] }).told.filter((one) => one === name).length, event),
    call: (verb, ...args) => page.evaluate(([name, given]) => (window as any).tactful[name as string](...(given as unknown[])), [verb, args] as const),
  };
  await go(path);
  await page.mouse.move(200, 200);
  return tab;
}

/** What `kept` gives where nothing is. */
export const NOTHING = { session: [], local: [], databases: [], entries: {} };

/** What this origin keeps in the browser: keys of web storage, names and entries of databases. */
export const kept = (page: Page): Promise<{ session: string[]; local: string[]; databases: string[]; entries: Record<string, any> }> => page.evaluate(async () => {
  const databases = (await indexedDB.databases()).map(({ name }) => name!);
  const entries: Record<string, unknown> = {};
  for (const name of databases) {
    await new Promise<void>((done) => {
      const request = indexedDB.open(name);
      // Erased since it was listed: to look must not make it anew.
      request.onupgradeneeded = () => request.transaction!.abort();
      request.onerror = () => done();
      request.onsuccess = () => {
        const database = request.result;
        if (!database.objectStoreNames.contains('kv')) return done(database.close());
        const cursor = database.transaction('kv').objectStore('kv').openCursor();
        cursor.onsuccess = () => {
          if (!cursor.result) return done(database.close());
          entries[String(cursor.result.key)] = cursor.result.value;
          cursor.result.continue();
        };
      };
    });
  }
  return { session: Object.keys(sessionStorage), local: Object.keys(localStorage), databases, entries };
});
