import type { Clause, Core } from '../memory.ts';

/** Calls what listens on the present page to a kind of thing, of one name or target. */
export function each<Listener = Clause>(core: Core, on: string, call: (listener: Listener) => void, name: string | number = ''): void {
  for (const { [on]: names } of core.here) if (names && names[name]) names[name].forEach(call);
}
