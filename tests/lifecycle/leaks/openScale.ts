import { constants, mkdtempSync, openSync, closeSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../browser/harness/launchBrowser.ts';
import { launchFirefox } from '../../browser/harness/launchFirefox.ts';

/** What a page holds once garbage was collected. */
export interface Weight {
  /** Bytes: of its scripts' objects in Chromium; in Firefox of all that its window holds. */
  readonly heap: number;
  readonly listeners: number;
}

/** A browser that tells what a page weighs. */
export interface Scale {
  readonly browser: Browser;
  weigh(page: Page): Promise<Weight>;
  close(): Promise<void>;
}

/** Chromium, which tells over its protocol. */
async function openChromium(): Promise<Scale> {
  const browser = await launchBrowser();
  return {
    browser,
    async weigh(page) {
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Performance.enable');
      await cdp.send('HeapProfiler.collectGarbage');
      await cdp.send('HeapProfiler.collectGarbage');
      const { metrics } = await cdp.send('Performance.getMetrics');
      await cdp.detach();
      const of = (name: string): number => metrics.find((metric) => metric.name === name)!.value;
      return { heap: of('JSHeapUsedSize'), listeners: of('JSEventListeners') };
    },
    close: () => browser.close(),
  };
}

interface Report { readonly path: string; readonly amount: number }

/** Firefox, which writes down what `about:memory` shows once that is asked for through a pipe; it collects garbage first. */
async function openFirefox(): Promise<Scale> {
  const folder = mkdtempSync(join(tmpdir(), 'tactful-firefox-'));
  const browser = await launchFirefox(folder);
  const found = (): string | undefined => readdirSync(folder).find((name) => /^unified-memory-report-.*gz$/.test(name));
  return {
    browser,
    async weigh(page) {
      const pipe = openSync(join(folder, 'debug_info_trigger'), constants.O_WRONLY | constants.O_NONBLOCK);
      writeSync(pipe, 'minimize memory report');
      closeSync(pipe);
      while (!found()) await pause(50);
      const file = join(folder, found()!);
      const { reports } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as { reports: Report[] };
      rmSync(file);
      // Paths are parted by slashes, so those of an address are turned round.
      const ours = reports.filter(({ path }) => path.includes(`top(${new URL(page.url()).origin.replaceAll('/', '\\')}`));
      const sum = (part: (path: string) => boolean): number => ours.reduce((total, { path, amount }) => total + (part(path) ? amount : 0), 0);
      return { heap: sum((path) => path.startsWith('explicit/')), listeners: sum((path) => path.endsWith('dom/event-listeners')) };
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Chromium, or Firefox where BROWSER says so. */
export const openScale = (): Promise<Scale> => process.env['BROWSER'] === 'firefox' ? openFirefox() : openChromium();
