import type { Browser } from 'playwright-core';

/**
 * Ends one of the browser's pages by killing its process, as the system does when memory is short.
 * @returns the process id; nothing where no page has a process of its own
 */
export async function killTab(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    const { id } = renderers[Math.floor(Math.random() * renderers.length)] ?? {};
    // One that has no process yet, or none any more, is told as 0 or below: a kill of that would meet others.
    if (id === undefined || id < 2) return undefined;
    process.kill(id, 'SIGKILL');
    return id;
  } catch {
    // It ended by itself meanwhile.
    return undefined;
  } finally {
    await session.detach();
  }
}
