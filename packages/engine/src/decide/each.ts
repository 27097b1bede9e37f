import type { Core } from '../core.ts';

/** Calls what listens to a key on the present page. */
export function each<Listener>(core: Core, key: string, call: (listener: Listener) => void): void {
  for (const keys of core.here) {
    const listeners = keys[key] as Listener[] | undefined;
    if (listeners) listeners.forEach(call);
  }
}
