import { LIMITS } from '@tactful/protocol';
import { add } from '../add.ts';
import type { Core, Memory } from '../memory.ts';

/** The present page's row in the summary. Without one when there are too many: a throw-away, counted in `loss`. */
export function pageRow({ page, type, tally: { pages, loss } }: Core): Memory['tally']['pages'][string] {
  const name = page || type;
  if (pages[name]) return pages[name];
  const row = { views: 0, activeMs: 0, episodes: 0 };
  if (Object.keys(pages).length < LIMITS.pages) pages[name] = row;
  else add(loss, 'pages');
  return row;
}
