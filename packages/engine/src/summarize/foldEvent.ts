import type { Scalar } from '@tactful/protocol';
import { each } from '../decide/each.ts';
import { occur } from '../decide/occur.ts';
import { reset } from '../decide/reset.ts';
import type { Core } from '../memory.ts';
import { currencyOf } from './currencyOf.ts';
import { foldCart } from './foldCart.ts';
import { makeSignals } from './makeSignals.ts';
import { progress } from './progress.ts';
import { reach } from './reach.ts';
import { restartCart } from './restartCart.ts';
import { revisit } from './revisit.ts';

/** Commerce events: the stage of the cart they reach, plus 10 where they are progress. */
const COMMERCE: Readonly<Record<string, number>> = {
  add_to_cart: 1, remove_from_cart: 0, view_cart: 1, begin_checkout: 2, add_shipping_info: 12, add_payment_info: 13, purchase: 14,
};

/** Events kept until their conditions can be read. */
const UNSURE = 50;

/** A named event: cart, progress, goals, the signals it makes, then the clauses that wait for it. */
export function foldEvent(core: Core, name: string, given: Readonly<Record<string, Scalar>>): void {
  const { cart } = core;
  const currency = currencyOf(given['currency']);
  const props = { ...given, currency } as typeof given;
  const { value, items, quantity } = given;
  const stage = COMMERCE[name]!;
  // Also false for names such as `constructor`.
  if (stage >= 0) {
    if (name == 'view_cart' && core.type != 'cart') revisit(core);
    if (stage > 9) progress(core, name);
    const added = name == 'add_to_cart';
    if (added) {
      if (cart.stage == 'purchased') {
        cart.stage = 'none';
        core.cartViews = 0;
      }
      restartCart(core, core.active);
      cart.idleMs = 0;
    }
    // GA4 tells what was added or removed (alone at stage 0) there, and what the cart is worth elsewhere.
    // Nothing can be taken off a cart whose worth nobody told.
    const sign = stage ? +added : -1;
    if (sign) foldCart(core, Math.max(0, (added ? cart.value || 0 : cart.value!) + sign * (value as number)), currency, Math.max(0, cart.items + sign * (Number(quantity || items) || 1)));
    else if (stage == 14) foldCart(core, 0, currency, 0);
    else if (stage) foldCart(core, value, currency, items);
    reach(core, stage % 10);
  }
  core.stages.goal(core, name, props);
  makeSignals(core, '+event', name);
  reset(core, name);
  each(core, 'event', (clause) => {
    const { where } = clause.spec;
    const met = !where || core.stages.meets(where, props);
    if (met) occur(core, clause);
    else if (met == null && core.unsure.length < UNSURE) core.unsure.push([clause, props]);
  }, name);
}
