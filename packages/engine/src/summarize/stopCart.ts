import type { Core } from '../memory.ts';

/** Nothing in the cart waits any longer. */
export function stopCart(core: Core): void {
  core.cartAt = -1;
  core.carts.forEach(({ key }) => delete core.due[key]);
}
