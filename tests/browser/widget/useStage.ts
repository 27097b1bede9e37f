import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { hearErrors } from '../harness/hearErrors.ts';
import { launchBrowser } from '../harness/launchBrowser.ts';
import { openShadow } from './openShadow.ts';
import type { PageWish } from './pageSource.ts';
import { serveWidget, type WidgetServer } from './serveWidget.ts';

export interface Stage {
  /** A page as wished, with everything that went wrong on it. `closed` leaves the shadow root closed, as visitors have it. */
  open(wish?: PageWish & { readonly strict?: boolean }, how?: BrowserContextOptions & { readonly closed?: boolean }): Promise<{ page: Page; context: BrowserContext; wrong: string[] }>;
  asked(): readonly string[];
}

/** Browser and server for one test file. */
export function useStage(): Stage {
  let browser: Browser;
  let server: WidgetServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launchBrowser(), serveWidget()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    async open(wish = {}, { closed = false, ...how } = {}) {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...how });
      const wrong: string[] = [];
      if (!closed) await context.addInitScript(openShadow);
      const page = await context.newPage();
      hearErrors(page, wrong);
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
      await page.goto(server.url(wish));
      // Not `waitForFunction`: what it asks again is evaluated in the page, which the strict policy forbids.
      await page.evaluate(() => new Promise<void>((done) => {
        const look = (): void => void ((window as unknown as { ready?: boolean }).ready ? done() : setTimeout(look, 10));
        look();
      }));
      return { page, context, wrong };
    },
    asked: () => server.asked,
  };
}

/** What the hand-made core was told so far. */
export const told = (page: Page): Promise<unknown[][]> => page.evaluate('window.told');
