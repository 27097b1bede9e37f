import type { Core } from '../core.ts';
import { readEntry, type PageEvent } from './readEntry.ts';

/** Of what stands in a queue as it is found, no more is read; the rest counts as lost. */
const MOST_READ = 1_000;

/**
 * Events that the page already tells its analytics. A queue is read from its beginning and its `push` patched.
 * @returns looks for queues that were not there yet; cheap, called when a page is entered and with input
 */
export function startSources(core: Pick<Core, 'scope' | 'config' | 'want' | 'lost'>, event: (event: PageEvent) => void): () => void {
  const known = new Set<unknown>();
  const read = core.scope.guard((entry: unknown): void => {
    const found = readEntry(entry);
    found[0] == 'consent' ? void core.want('consent') : event(found);
  });
  return () => {
    for (const name of ['dataLayer', ...core.config!.sources]) {
      let queue = (window as unknown as Record<string, any>)[name];
      if (Array.isArray(queue) && !known.has(queue)) {
        known.add(queue);
        // A frozen queue is read once.
        core.scope.guard(core.scope.patch)(queue, 'push', (entries) => entries.forEach(read));
        // What is there, whatever length it claims; the last is its patched `push`.
        queue = Object.values(queue);
        queue.slice(0, MOST_READ).forEach(read);
        core.lost('early', queue.length - MOST_READ - 1);
      }
    }
  };
}
