import { each } from '../decide/each.ts';
import { wait } from '../decide/wait.ts';
import type { Core } from '../memory.ts';

/**
 * Clauses of the present page begin to wait that do not wait yet, `page` for nothing but to be seen: all of them as it is entered; where a changed
 * configuration comes to a page that goes on, those it brings, as if they had been there from the beginning.
 */
export function arrive(core: Core): void {
  const { cartAt, entered } = core;
  const since = (on: string, from: number): void => each(core, on, (clause) => core.due[clause.key] || wait(core, clause, from));
  since('page', entered);
  since('dwell', entered);
  if (cartAt >= 0) since('cart_idle', cartAt);
}
