import type { Page } from 'playwright-core';

/** Resolves once what was changed up to now has been drawn. */
export const drawn = (page: Page): Promise<void> => page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(() => done())); }));
