import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { DeviceConfig } from '@tactful/protocol';
import { launchChromium } from './launchChromium.ts';
import { serveCollector, type Collector } from './serveCollector.ts';
import { servePages, type Served } from './servePages.ts';

export interface Stage {
  readonly browser: Browser;
  readonly collector: Collector;
  readonly site: Served;
  /** HTML of the site's pages: what stands between the head's script tag and the end of the body. */
  body: string;
  /** Attributes of the script tag. */
  attributes: string;
  /** Runs before the tag. */
  head: string;
  visitor(): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** A site with the script tag, a collector that records, and a browser. */
export async function openStage(config: DeviceConfig): Promise<Stage> {
  const [browser, collector] = await Promise.all([launchChromium(), serveCollector(config)]);
  const site = await servePages((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(
    `<!doctype html><html lang="en"><head><title>Shop</title>${stage.head}
<script async src="${collector.origin}/tactful.js" crossorigin="anonymous" data-key="pk_test" ${stage.attributes}></script></head>
<body style="min-height:300vh">${stage.body}</body></html>`));
  const stage: Stage = {
    browser, collector, site, body: '<h1>Shop</h1>', attributes: 'data-consent="granted"', head: '',
    visitor: () => browser.newContext({ viewport: { width: 1280, height: 800 } }),
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
