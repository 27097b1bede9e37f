import { launchBrowser } from '../../browser/harness/launchBrowser.ts';
import type { Drive } from './Drive.ts';

/** Chromium, or Firefox where BROWSER says so. */
export async function openPlaywright(): Promise<Drive> {
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1_280, height: 800 } });
  return {
    name: `${browser.browserType().name()} ${browser.version()}`,
    async open() {
      const page = await context.newPage();
      return { go: async (url) => void await page.goto(url, { waitUntil: 'commit' }), close: () => page.close() };
    },
    close: () => browser.close(),
  };
}
