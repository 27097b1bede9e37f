import type { CDPSession, Page } from 'playwright-core';

/** A page whose time stands still but for what `run` lets pass. */
export interface SteeredClock { run(ms: number): Promise<void> }

/**
 * Stops a page's clock at `at`. Playwright's own `runFor` is built to be replayed on every later page and grows by one script
 * a call; a recording has thousands of steps, so they are taken on the clock that it installed in the page.
 */
export async function steerClock(page: Page, cdp: CDPSession, at: number): Promise<SteeredClock> {
  await page.clock.pauseAt(at);
  return {
    async run(ms) {
      if (ms === 0) return;
      const { exceptionDetails } = await cdp.send('Runtime.evaluate', { expression: `__pwClock.controller.runFor(${ms})`, awaitPromise: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    },
  };
}
