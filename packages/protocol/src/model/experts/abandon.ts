import type { ModelScore } from '../DeviceModel.ts';

/**
 * Is about to leave a cart behind. Without a cart all the rest together stays below 0.5; with one it takes a long pause and a
 * sign of leaving. It is no opposite of `likely_buyer`: both are high for who stalls at the till, both low for who only looks.
 */
export const abandon: ModelScore = {
  bias: -4.4,
  terms: [
    ['cart.items', 1.8, 0, 'step', 1],
    // Active time, so nobody is blamed for a telephone call.
    ['cart.idle_seconds', 1.8, 0, 'ramp', 30, 240],
    ['session.exit_intents', 1.1, 0, 'step', 1],
    ['session.backtracks', 1, 0, 'log1p'],
    ['cart.revisits', 0.9, 0, 'log1p'],
    ['session.form_errors', 0.6, 0, 'ramp', 0, 3],
    ['session.returns', 0.5, 0, 'log1p'],
    ['cart.removed', 0.5, 0, 'log1p'],
    ['attention.shipping_seconds', 0.5, 0, 'ramp', 5, 30],
    ['session.hesitations', 0.4, 0, 'log1p'],
    // Who has begun to check out has passed the place where most carts stay.
    ['views.checkout', -0.5, 0, 'step', 1],
  ],
};
