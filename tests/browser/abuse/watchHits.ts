import type { BrowserContext, Page } from 'playwright-core';

/** Run in the page before anything else: what payloads do to show that they ran is written down instead. */
function trap(): void {
  const hits: string[] = ((window as any).hits = []);
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'hit']) (window as any)[name] = (...args: unknown[]) => void hits.push(`${name}(${args})`);
  addEventListener('securitypolicyviolation', (event) => hits.push(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`));
}

/** Writes down every sign that a text ran, in any page of the context that loads from now on. Returns them, with what `window.hits` of the open pages holds. */
export async function watchHits(context: BrowserContext): Promise<() => Promise<readonly string[]>> {
  const hits: string[] = [];
  await context.addInitScript(trap);
  const watch = (page: Page): void => {
    page.on('dialog', (dialog) => {
      hits.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => hits.push(`error ${error.message}`));
    page.on('framenavigated', (frame) => { if (frame.parentFrame()) hits.push(`frame ${frame.url()}`); });
  };
  context.pages().forEach(watch);
  context.on('page', watch);
  return async () => [...hits, ...(await Promise.all(context.pages().map((page) => page.evaluate(() => (window as any).hits as string[])))).flat()];
}
