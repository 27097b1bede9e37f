import type { BrowserContext } from 'playwright-core';

/** From its next load on each page of this visitor finds Global Privacy Control switched on. https://w3c.github.io/gpc/ */
export const signalPrivacy = (visitor: BrowserContext): Promise<unknown> =>
  visitor.addInitScript(() => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { value: true }));
