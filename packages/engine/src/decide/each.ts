import type { Clause, Core } from '../memory.ts';

/** Calls what listens on the present page to a kind of thing, of one name or target. */
export function each<Listener = Clause>(core: Core, on: string, call: (listener: Listener) => void, name: string | number = ''): void {
  const pages = core.index[on];
  if (pages) for (const place of core.places) if (pages[place] && pages[place][name]) pages[place][name].forEach(call);
}
