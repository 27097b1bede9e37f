import type { Core } from '../memory.ts';

/** Calls what listens to a key on the present page. */
export function each<Listener>(core: Core, lists: Record<string, Listener[]>, key: string, call: (listener: Listener) => void): void {
  for (const place of core.places) {
    const listeners = lists[key + place];
    if (listeners) listeners.forEach(call);
  }
}
