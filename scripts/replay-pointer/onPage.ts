import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Ground } from './playTrace.ts';
import { holdStill } from './holdStill.ts';
import { steerClock, type SteeredClock } from './steerClock.ts';

/** A page of the ground with Tactful running, whose time stands still but for what `clock.run` lets pass. */
export interface Opened {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly clock: SteeredClock;
  /** Uncaught errors of the page, as they come. */
  readonly errors: readonly string[];
}

/** Opens a page of the ground for a recording in a profile of its own, which is closed whatever becomes of `play`. */
export async function onPage<T>(browser: Browser, ground: Ground, viewport: { readonly width: number; readonly height: number }, play: (opened: Opened) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport, locale: 'en-US' });
  try {
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    const start = Date.now();
    await page.clock.install({ time: start });
    await page.addInitScript(holdStill);
    await ground.prepare(page);
    await page.goto(ground.url, { waitUntil: 'load' });
    await page.waitForFunction(() => Boolean((window as any).tactful?.summary?.()));
    const cdp = await context.newCDPSession(page);
    return await play({ page, cdp, errors, clock: await steerClock(page, cdp, start + 60_000) });
  } finally {
    await context.close();
  }
}
