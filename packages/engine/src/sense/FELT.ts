import type { Core } from '../memory.ts';
import { record } from '../record.ts';
import type { Read } from '../summarize/TOLD.ts';

/** The features that the finer senses count: the counter of each, and how many of it are one (to a tenth). In the registry's order. */
const COUNTED: readonly (readonly [feature: string, count: string, unit?: number])[] = [
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

/** A mean, and of nothing there is none. */
const meanWait: Read<number> = ({ tally: { counts } }) => {
  const waits = counts['waits'];
  return waits ? Math.round(counts['waited_ms']! / waits / 10) / 100 : undefined;
};

/** How each is read. */
export const FELT = record<Read<number>>(Object.fromEntries(COUNTED.map(([feature, count, unit = 1]) =>
  [feature, feature == 'session.mean_wait_seconds' ? meanWait : ({ tally: { counts } }: Core) => Math.round(10 * (counts[count] || 0) / unit) / 10])));
