import type { Core } from '../core.ts';
import { readEntry, type PageEvent } from './readEntry.ts';

/**
 * Events that the page already tells its analytics. A queue is read from its beginning and its `push` patched.
 * @returns looks for queues that were not there yet; cheap, called when a page is entered and with input
 */
export function startSources(core: Pick<Core, 'scope' | 'config' | 'want'>, event: (event: PageEvent) => void): () => void {
  const known = new Set<unknown>();
  const { guard, patch } = core.scope;
  const read = guard((entry: unknown): void => {
    const found = readEntry(entry);
    if (found) found[0] == 'consent' ? void core.want('consent') : event(found);
  });
  return () => {
    for (const name of ['dataLayer', ...core.config!.sources]) {
      const queue = (window as unknown as Record<string, unknown>)[name];
      if (!Array.isArray(queue) || known.has(queue)) continue;
      known.add(queue);
      // A frozen queue is read once.
      guard(patch)(queue, 'push', (entries) => entries.forEach(read));
      queue.forEach(read);
    }
  };
}
