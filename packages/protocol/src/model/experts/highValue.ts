import type { ModelScore } from '../DeviceModel.ts';

/**
 * Is worth a person's time: a large cart, or a customer of long standing with a middling one. The ramp of `cart.value` is in
 * euros and is stretched to the site's currency (`expertModel`).
 */
export const highValue: ModelScore = {
  bias: -3.2,
  terms: [
    ['cart.value', 2.4, 0, 'ramp', 80, 300],
    ['cart.items', 0.5, 0, 'log1p'],
    ['visitor.sessions', 0.6, 1, 'log1p'],
    ['visitor.days_since_first', 0.5, 0, 'ramp', 7, 90],
    ['views.account', 0.5, 0, 'step', 1],
    ['views.checkout', 0.6, 0, 'step', 1],
    ['seconds.product', 0.5, 0, 'ramp', 60, 600],
  ],
};
