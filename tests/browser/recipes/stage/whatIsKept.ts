import type { Page } from 'playwright-core';

/** What the examples themselves keep: a cart, the answer to their banner, the language. */
const HOSTS: readonly string[] = ['shop', 'consent', 'language'];

/** What is kept where nothing may be. */
export const NOTHING = { databases: [], local: [], session: [], cookies: [] };

/** Everything that this page's origin has kept on the device, but for what the host keeps itself. */
export async function whatIsKept(page: Page): Promise<{ databases: string[]; local: string[]; session: string[]; cookies: string[] }> {
  const cookies = await page.context().cookies();
  const kept = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => String(name)),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
  }));
  return { ...kept, local: kept.local.filter((name) => !HOSTS.includes(name)), cookies: cookies.map(({ name }) => name).filter((name) => !HOSTS.includes(name)) };
}
