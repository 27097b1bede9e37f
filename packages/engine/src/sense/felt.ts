import type { Core } from '../memory.ts';

/** The features that the finer senses count: the counter of each, and how many of it are one (to a tenth). In the registry's order. */
const FEATURES: readonly (readonly [feature: string, count: string, unit?: number])[] = [
  ['session.rage_clicks', 'rage_clicks'],
  ['session.dead_clicks', 'dead_clicks'],
  ['session.slow_clicks', 'slow_clicks'],
  ['session.wait_seconds', 'wait_ms', 1_000],
  ['session.mean_wait_seconds', 'waited_ms', 1_000],
  ['session.hesitations', 'hesitations'],
  ['session.field_hesitations', 'field_hesitations'],
  ['session.form_abandons', 'form_abandons'],
  ['session.returns', 'returns'],
  ['session.backtracks', 'backtracks'],
  ['session.exit_intents', 'exit_intents'],
  ['attention.price_seconds', 'price_ms', 1_000],
  ['attention.shipping_seconds', 'shipping_ms', 1_000],
  ['attention.returns_seconds', 'returns_ms', 1_000],
  ['attention.coupon_seconds', 'coupon_ms', 1_000],
  ['views.product', 'product_views'],
  ['views.listing', 'listing_views'],
  ['views.cart', 'cart_views'],
  ['views.checkout', 'checkout_views'],
  ['views.help', 'help_views'],
  ['views.account', 'account_views'],
  ['seconds.product', 'product_ms', 1_000],
  ['cart.added', 'add_to_cart'],
  ['cart.removed', 'remove_from_cart'],
];

/** Where each of them is counted. */
const COUNTED = new Map(FEATURES.map(([feature, count, unit = 1]) => [feature, [count, unit] as const]));

/** It is one of them. */
export const isFelt = (name: string): boolean => COUNTED.has(name);

/** One of them, without the others: scores read few, and often. Undefined where it is none of these. */
export function feltOne({ tally: { counts } }: Core, name: string): number | undefined {
  if (name == 'session.mean_wait_seconds') {
    const waits = counts['waits'];
    return waits ? Math.round(counts['waited_ms']! / waits / 10) / 100 : undefined;
  }
  const row = COUNTED.get(name);
  return row && Math.round(10 * (counts[row[0]] || 0) / row[1]) / 10;
}

/** Those features as they are now. */
export function felt(core: Core): Readonly<Record<string, number | undefined>> {
  return Object.fromEntries(FEATURES.map(([feature]) => [feature, feltOne(core, feature)]));
}
