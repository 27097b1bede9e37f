import type { Core } from '../memory.ts';

/** The cart is seen; after the first time, and before checkout, that is a revisit. */
export function revisit(core: Core): void {
  if (core.cart.stage == 'cart' && core.cartViews++) core.cart.revisits++;
}
