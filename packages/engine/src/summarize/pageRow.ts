import { LIMITS } from '@tactful/protocol';
import { bump } from '../bump.ts';
import type { Core } from '../core.ts';
import type { Tally } from '../state.ts';

/** Row of the present page in the summary; without one when there are too many (counted in `loss`). */
export function pageRow({ state, tally }: Core): Tally['pages'][string] | undefined {
  const { pages, loss } = tally;
  const name = state.page || state.type;
  if (!pages[name] && Object.keys(pages).length >= LIMITS.pages) bump(loss, 'pages');
  else return pages[name] || (pages[name] = { views: 0, activeMs: 0, episodes: 0 });
  return;
}
