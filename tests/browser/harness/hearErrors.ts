import type { Page } from 'playwright-core';

/** Notes the uncaught errors of a page. Firefox tells what it writes on its console by the same way; what was thrown has a name. */
export function hearErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => { if (error.name) errors.push(String(error)); });
}
