import type { Clause, Core } from '../memory.ts';

/** Calls what listens to a key on the present page. */
export function each<Listener = Clause>(core: Core, key: string, call: (listener: Listener) => void): void {
  for (const listeners of core.here) if (listeners[key]) listeners[key].forEach(call);
}
