import type { EpochMs } from '@tactful/protocol';
import type { OfferStore, Redemption } from './offerStore.ts';

/** An order lets its code go, and gives back what it took of the budget itself. */
export function letGo(store: OfferStore, { orderId, taken, charge }: Redemption): void {
  store.dropRedemption(orderId);
  store.charge(-taken, -charge);
}

/** Gives back to the budget what orders held too long, and then the codes that ran out and that no order has. The caller holds the transaction. */
export function freeUnused(store: OfferStore, now: EpochMs): void {
  for (const order of store.lapsed(now)) letGo(store, order);
  const worths = store.takeUnused(now);
  if (worths.length > 0) store.charge(-worths.length, -worths.reduce((sum, worth) => sum + worth, 0));
}
