import { EventEmitter, once } from 'node:events';
import type { CDPSession, Page } from 'playwright-core';

/**
 * Watches the scripts that a page fetches from that origin. Gives what resolves once each of them came, has failed, or has lost
 * its document: of what a document that was left had asked for nobody tells. True: there was something to wait for.
 */
export async function watchFiles(page: Page, cdp: CDPSession, origin: string): Promise<() => Promise<boolean>> {
  /** The document of each. */
  const waiting = new Map<string, string>();
  const ends = new EventEmitter();
  const over = (is: (request: string, document: string) => boolean): void => {
    for (const [request, document] of waiting) if (is(request, document)) waiting.delete(request);
    if (waiting.size === 0) ends.emit('all');
  };
  cdp.on('Network.requestWillBeSent', ({ requestId, loaderId, type, request }) => {
    if (type === 'Script' && request.url.startsWith(origin)) waiting.set(requestId, loaderId);
  });
  for (const end of ['Network.loadingFinished', 'Network.loadingFailed'] as const) {
    cdp.on(end, ({ requestId }: { requestId: string }) => over((request) => request === requestId));
  }
  cdp.on('Page.frameNavigated', ({ frame }) => { if (frame.parentId === undefined) over((_request, document) => document !== frame.loaderId); });
  page.on('close', () => over(() => true));
  await Promise.all([cdp.send('Network.enable'), cdp.send('Page.enable')]);
  return async () => {
    if (waiting.size === 0) return false;
    await once(ends, 'all');
    return true;
  };
}
