import { drop } from '../decide/drop.ts';
import type { Core } from '../memory.ts';
import { arrive } from './arrive.ts';

/** Waiting for the cart begins anew. @param from the active clock's reading as it did; left out, nothing waits for it any longer */
export function restartCart(core: Core, from = -1): void {
  core.cartAt = from;
  drop(core, ({ spec }) => spec.on == 'cart_idle');
  arrive(core);
}
