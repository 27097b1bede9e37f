import type { Kept } from './createKeep.ts';
import type { Host } from './Host.ts';
import { isOver } from './isOver.ts';
import { randomId } from './randomId.ts';

/**
 * Who it is, now that it may be known: the visitor of the last launch, in the same session if it is not over.
 * @param name of a session that begins
 */
export async function openVisit({ wx, now }: Pick<Host, 'wx' | 'now'>, kept: Kept | undefined, name: string): Promise<Kept> {
  const at = now();
  if (kept && !isOver(kept, at)) return { ...kept, last: at };
  const [visitor, part] = await Promise.all([kept?.visitor ?? randomId(wx, 16), randomId(wx, 8)]);
  const begun = { session: name, part, seq: 0, began: at, last: at };
  return kept ? { ...kept, ...begun, sessions: kept.sessions + 1 } : { visitor, first: at, sessions: 1, waiting: {}, ...begun };
}
