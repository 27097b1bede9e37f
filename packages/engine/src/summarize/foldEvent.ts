import type { Scalar } from '@tactful/protocol';
import { bump } from '../bump.ts';
import type { Core } from '../core.ts';
import type { Clause } from '../decide/clause.ts';
import { each } from '../decide/each.ts';
import { evaluate } from '../decide/evaluate.ts';
import { occur } from '../decide/occur.ts';
import { reset } from '../decide/reset.ts';
import { wait } from '../decide/wait.ts';
import { foldCart } from './foldCart.ts';
import { foldGoal } from './foldGoal.ts';
import { foldSignals } from './foldSignals.ts';
import { progress } from './progress.ts';
import { snapshot } from './snapshot.ts';

/** Commerce events: the stage of the cart they reach, plus 10 where they are progress. */
const COMMERCE: Readonly<Record<string, number>> = {
  view_item_list: 0, select_item: 0, view_item: 0, add_to_cart: 1, remove_from_cart: 0, view_cart: 1,
  begin_checkout: 2, add_shipping_info: 12, add_payment_info: 13, purchase: 14, refund: 0,
};

/** A named event: cart, progress, goals, the signals it makes, then the clauses that wait for it. */
export function foldEvent(core: Core, name: string, props: Readonly<Record<string, Scalar>>): void {
  const { state, tally } = core;
  const { value, currency, items, quantity } = props;
  const stage = COMMERCE[name] as number;
  bump(tally.counts, 'events');
  // Also false for names such as `constructor`.
  if (stage >= 0) {
    bump(tally.counts, name);
    const added = name == 'add_to_cart' ? 1 : name == 'remove_from_cart' ? -1 : 0;
    if (added) {
      // GA4 tells what was added, not what the cart is worth.
      const same = state.currency == (currency || '') ? state.cartValue || 0 : 0;
      foldCart(core, Math.max(0, same + added * (value as number)), currency, Math.max(0, (state.cartItems || 0) + added * (Number(quantity) || 1)));
    } else if (stage && stage < 14) foldCart(core, value, currency, items);
    if (name == 'view_cart' && state.type != 'cart' && state.cartStage == 1 && state.cartViews++) tally.revisits++;
    if (stage > 9) progress(core, name);
    if (added > 0) {
      if (state.cartStage > 3) state.cartStage = state.cartViews = 0;
      state.cartAt = state.active;
      state.cartIdle = 0;
      each<Clause>(core, 'cart_idle', (clause) => wait(core, clause));
    }
    state.cartStage = Math.max(state.cartStage, stage % 10);
    if (state.cartStage == 1) snapshot(core, 'cart');
    if (state.cartStage == 2) snapshot(core, 'checkout');
    if (stage == 14) foldCart(core, 0, currency, 0);
  }
  foldGoal(core, name, props);
  foldSignals(core, 'event' + name);
  reset(core, name);
  each<Clause>(core, 'event' + name, (clause) => {
    const { where } = clause.spec;
    if (!where || evaluate(where, (key) => (Object.keys(props).includes(key) ? props[key] : undefined))) occur(core, clause);
  });
}
