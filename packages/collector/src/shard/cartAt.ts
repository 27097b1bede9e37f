import { SHIPPED_FEATURES, type Exposure, type Summary } from '@tactful/protocol';

/** Where snapshots tell the cart's value. */
const PLACE = Object.keys(SHIPPED_FEATURES).indexOf('cart.value');

/**
 * What was known of the visitor before an exposure could matter to them: the square root of their cart's value in thousandths, as the session's first exposure found it; 0 where none was
 * known. The value itself would let a few large carts speak for all; whether there is a cart at all, which says most of who converts, counts for more under the root.
 */
export function cartAt({ snapshots }: Pick<Summary, 'snapshots'>, { at }: Pick<Exposure, 'at'>): number {
  const before = snapshots.find((one) => one.on === 'exposure' && one.at <= at);
  // A whole number: sums of it are exact. -1 stands for unknown.
  return Math.floor(Math.sqrt(Math.max(0, before?.x[PLACE] ?? 0) * 1_000));
}
