import type { ModelScore } from '../DeviceModel.ts';

/**
 * Holds back for the price. It rests on where attention goes (price, coupon field, shipping cost) and on looking elsewhere in
 * between. One glance of each is how everybody shops: ramps begin after some seconds, and no single one reaches 0.5.
 */
export const priceDoubt: ModelScore = {
  bias: -3,
  terms: [
    ['attention.price_seconds', 1.7, 0, 'ramp', 5, 40],
    // Nobody lingers at a coupon field who is content with the price.
    ['attention.coupon_seconds', 1.6, 0, 'ramp', 2, 15],
    ['attention.shipping_seconds', 1.1, 0, 'ramp', 5, 30],
    ['attention.returns_seconds', 0.4, 0, 'ramp', 5, 30],
    // Away to another tab and back again, which is how prices are compared.
    ['session.returns', 0.7, 0, 'log1p'],
    ['cart.removed', 0.6, 0, 'log1p'],
    ['cart.revisits', 0.5, 0, 'log1p'],
    ['session.hesitations', 0.5, 0, 'log1p'],
    ['views.listing', 0.15, 0, 'log1p'],
  ],
};
