import type { Core } from '../memory.ts';
import { reach } from './reach.ts';
import { restartCart } from './restartCart.ts';

/** Takes in what is said about the cart's worth; anything but a finite number is not said. */
export function foldCart(core: Core, value: unknown, currency: string | undefined, items: unknown): void {
  const { cart } = core;
  if (Number.isFinite(value)) {
    cart.value = value as number;
    cart.currency = currency!;
  }
  if (Number.isFinite(items)) {
    cart.items = items as number;
    if (items) reach(core, 1);
    else restartCart(core);
  }
}
