import { LIMITS } from '@tactful/protocol';
import type { Core, Memory } from '../memory.ts';

/** A page's row in the summary. A throw-away before the first page, and where there are too many. */
export function pageRow({ page, type, places, tally: { pages } }: Core, name = places.length ? page || type : ''): Memory['tally']['pages'][string] {
  if (pages[name]) return pages[name];
  const row = { views: 0, activeMs: 0, episodes: 0 };
  if (name && Object.keys(pages).length < LIMITS.pages) pages[name] = row;
  return row;
}
