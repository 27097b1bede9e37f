import type { Core } from '../core.ts';
import { eventName } from '../events.ts';

/** Messages go to the page's `dataLayer`, where it has one and consent is granted: its analytics hear of them. */
export function pushMessages(core: Pick<Core, 'scope' | 'consent'>): void {
  core.scope.listen(window, 'shown dismissed clicked converted'.replace(/\w+/g, eventName('message:$&')), ({ type, detail }) => {
    const queue = (window as { dataLayer?: unknown[] }).dataLayer;
    // Marked, so that our own sensor passes over it; last, because the page may send such an event with anything in it.
    if (core.consent == 'granted' && queue) queue.push({ ...detail, event: type.slice(8).replace(':', '_'), tactful: true });
  });
}
