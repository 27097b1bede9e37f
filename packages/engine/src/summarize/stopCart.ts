import type { Core } from '../memory.ts';

/** Nothing in the cart waits any longer. */
export function stopCart(core: Core): void {
  core.cartAt = -1;
  for (const key in core.clauses) if (core.clauses[key]!.spec.on == 'cart_idle') delete core.due[key];
}
