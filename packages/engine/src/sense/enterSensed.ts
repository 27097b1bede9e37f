import { add } from '../add.ts';
import type { Core } from '../memory.ts';
import { abandon } from './abandon.ts';

/** Kinds of page whose views are counted apart, in the registry's order. */
export const VIEWED = ['product', 'listing', 'cart', 'checkout', 'help', 'account'];

/** A page was entered: what was left for it tells something. */
export function enterSensed(core: Core): void {
  const { before, places, type, tally: { counts } } = core;
  if (VIEWED.includes(type)) add(counts, type + '_views');
  // The same place once more is no leaving: a page that came back with complaints.
  if (before.length && before[0] != places[0]) abandon(core);
  if (type == 'cart' && before.includes('type:checkout')) add(counts, 'backtracks');
  core.each(core, 'backtrack', (clause) => before.includes(clause.spec.from!) && core.occur(core, clause));
  core.before = places;
  core.hidden = 0;
}
