import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { DeviceConfig } from '@tactful/protocol';
import { launchBrowser } from './launchBrowser.ts';
import { serveCollector, type Collector } from './serveCollector.ts';
import { servePages } from './servePages.ts';

export interface Stage {
  readonly browser: Browser;
  readonly collector: Collector;
  /** HTML of the site's pages: what stands between the head's script tag and the end of the body. */
  body: string;
  /** Attributes of the script tag. */
  attributes: string;
  /** Runs before the tag. */
  head: string;
  /** The site as the visitor knows it: for each it has another address, so that it can be told who sends what. */
  origin: string;
  /** A new visitor, and the only one that the collector hears from now on. */
  visitor(how?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** A site with the script tag, a collector that records, and a browser. */
export async function openStage(config: DeviceConfig): Promise<Stage> {
  const [browser, collector] = await Promise.all([launchBrowser(), serveCollector(config)]);
  const site = await servePages((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(
    `<!doctype html><html lang="en"><head><title>Shop</title>${stage.head}
<script async src="${collector.origin}/tactful.js" crossorigin="anonymous" data-key="pk_test" ${stage.attributes}></script></head>
<body style="min-height:300vh">${stage.body}</body></html>`));
  let visitors = 0;
  const stage: Stage = {
    browser, collector, origin: site.origin, body: '<h1>Shop</h1>', attributes: 'data-consent="granted"', head: '',
    visitor(how = {}) {
      stage.origin = site.origin.replace('localhost', `v${++visitors}.localhost`);
      collector.hear(stage.origin);
      return browser.newContext({ viewport: { width: 1280, height: 800 }, ...how });
    },
    async close() {
      await browser.close();
      await Promise.all([collector.close(), site.close()]);
    },
  };
  return stage;
}

/** Resolves once the SDK has its configuration. */
export const ready = (page: Page): Promise<unknown> => page.evaluate(() => new Promise((resolve) => {
  const wait = (): void => {
    const { tactful } = window as unknown as { tactful?: { version?: string } & ((verb: string, run: () => void) => void) };
    if (tactful && tactful.version) tactful('ready', () => resolve(undefined));
    else setTimeout(wait, 10);
  };
  wait();
}));
