import type { Scalar } from '@tactful/protocol';
import type { Core } from '../core.ts';

/** Takes in what is said about the cart's worth; anything but a finite number is not said. */
export function foldCart({ state }: Core, value: Scalar | undefined, currency: Scalar | undefined, items: Scalar | undefined): void {
  if (Number.isFinite(value)) {
    state.cartValue = value as number;
    state.currency = typeof currency == 'string' ? currency.slice(0, 3) : '';
  }
  if (Number.isFinite(items)) {
    state.cartItems = items as number;
    if (!items) state.cartAt = -1;
  }
}
