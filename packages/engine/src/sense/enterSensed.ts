import { add } from '../add.ts';
import type { Core } from '../memory.ts';
import { abandon } from './abandon.ts';

/** Kinds of page whose views are counted apart, in the registry's order. */
export const VIEWED = ['product', 'listing', 'cart', 'checkout', 'help', 'account'];

/** A page was entered: what was left for it tells something. @param again it is the same page, whose type has been recognized since */
export function enterSensed(core: Core, again?: boolean): void {
  const { places, type, tally: { counts } } = core;
  const before = core.before[again ? 0 : 1] || [];
  core.before = [before, places];
  if (VIEWED.includes(type)) add(counts, type + '_views');
  // The same place once more is no leaving: a page that came back with complaints.
  if (!again && before.length && before[0] != places[0]) abandon(core);
  if (type == 'cart' && before.includes('type:checkout')) add(counts, 'backtracks');
  core.each(core, 'backtrack', (clause) => before.includes(clause.spec.from!) && core.occur(core, clause));
  core.hidden = 0;
}
