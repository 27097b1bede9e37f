import type { Core } from '../memory.ts';

/** Nothing in the cart waits any longer. */
export function stopCart(core: Core): void {
  core.cartAt = -1;
  for (const key in core.due) if (core.clauses[key] && core.clauses[key].spec.on == 'cart_idle') delete core.due[key];
}
