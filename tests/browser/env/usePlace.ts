import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { DeviceConfig } from '@tactful/protocol';
import { hearErrors } from '../harness/hearErrors.ts';
import { launchBrowser } from '../harness/launchBrowser.ts';
import { serveCollector, type Collector } from '../harness/serveCollector.ts';
import { servePages, type Served } from '../harness/servePages.ts';
import { openShadow } from '../widget/openShadow.ts';

/** What a path of the site answers: HTML, or a script. */
export type Answer = string | { readonly script: string } | { readonly html: string; readonly policy: string };

export interface Visited { readonly page: Page; readonly visitor: BrowserContext; /** What went wrong on the page, refusals of its policy among them. */ readonly wrong: string[] }

/** A site of one's own making, a collector on another origin, a browser. */
export interface Place {
  readonly collector: Collector;
  /** A new visitor at a path, with the events of the page in `window.told`. */
  visit(path: string, prepare?: (visitor: BrowserContext) => Promise<unknown>): Promise<Visited>;
}

/** Names what was told to a page, and what its policy refused; runs before everything else. */
const record = (): void => {
  const told: string[] = (window as any).told = [];
  for (const event of ['ready', 'message:shown', 'message:dismissed']) addEventListener('tactful:' + event, () => told.push(event));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => console.error('policy', violatedDirective, blockedURI, sample));
};

/** For one test file. */
export function usePlace(config: DeviceConfig, answer: (path: string, collector: string) => Answer): Place {
  const place = {} as { -readonly [K in keyof Place]: Place[K] };
  let browser: Browser;
  let site: Served;
  beforeAll(async () => {
    [browser, place.collector] = await Promise.all([launchBrowser(), serveCollector(config)]);
    site = await servePages(({ path }, response) => {
      if (path === '/favicon.ico') return response.writeHead(204).end();
      const given = answer(path, place.collector.origin);
      if (typeof given == 'object' && 'script' in given) return response.writeHead(200, { 'content-type': 'text/javascript' }).end(given.script);
      const { html, policy } = typeof given == 'string' ? { html: given, policy: '' } : given;
      return response.writeHead(200, { 'content-type': 'text/html', ...(policy && { 'content-security-policy': policy }) }).end(html);
    });
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([place.collector?.close(), site?.close()]);
  });
  place.visit = async (path, prepare = async () => undefined) => {
    const visitor = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await visitor.addInitScript(openShadow);
    await visitor.addInitScript(record);
    await prepare(visitor);
    const page = await visitor.newPage();
    const wrong: string[] = [];
    hearErrors(page, wrong);
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    place.collector.received.length = 0;
    await page.goto(site.origin + path);
    return { page, visitor, wrong };
  };
  return place;
}
