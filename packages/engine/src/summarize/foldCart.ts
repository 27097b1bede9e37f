import type { Scalar } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { currencyOf } from './currencyOf.ts';
import { reach } from './reach.ts';
import { restartCart } from './restartCart.ts';

/** Takes in what is said about the cart's worth; anything but a finite number is not said. */
export function foldCart(core: Core, value: unknown, currency: Scalar | undefined, items: unknown): void {
  const { cart } = core;
  if (Number.isFinite(value)) {
    cart.value = value as number;
    const unit = currencyOf(currency);
    if (unit) cart.currency = unit;
    else delete cart.currency;
  }
  if (Number.isFinite(items)) {
    cart.items = items as number;
    if (items) reach(core, 1);
    else restartCart(core);
  }
}
