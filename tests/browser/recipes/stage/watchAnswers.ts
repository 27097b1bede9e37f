import type { BrowserContext, Request } from 'playwright-core';

/** The machine's own time. A page that went away with its request never tells how that ended. */
const PATIENCE_MS = 2_000;

/** Gives what resolves once each request of these pages to that origin was answered, or has failed. */
export function watchAnswers(context: BrowserContext, origin: string): () => Promise<void> {
  const waiting = new Set<Request>();
  let told = (): void => undefined;
  const over = (request: Request): void => {
    waiting.delete(request);
    if (waiting.size === 0) told();
  };
  context.on('request', (request) => { if (request.url().startsWith(origin)) waiting.add(request); });
  context.on('requestfinished', over);
  context.on('requestfailed', over);
  return async () => {
    if (waiting.size === 0) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      told = resolve;
      timer = setTimeout(resolve, PATIENCE_MS);
    });
    clearTimeout(timer);
    waiting.clear();
  };
}
