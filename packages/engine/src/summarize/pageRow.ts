import { LIMITS } from '@tactful/protocol';
import type { Core, Memory } from '../memory.ts';
import { pageName } from './pageName.ts';

/** A page's row in the summary. A throw-away before the first page, and where there are too many. */
export function pageRow(core: Core, name = core.places.length ? pageName(core, core.page, core.type) : ''): Memory['tally']['pages'][string] {
  const { pages } = core.tally;
  const known = pages[name];
  // What was carried may be anything.
  if (known && typeof known == 'object') return known;
  const row = { views: 0, activeMs: 0, episodes: 0 };
  if (name && Object.keys(pages).length < LIMITS.pages) pages[name] = row;
  return row;
}
