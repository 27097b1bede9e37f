import type { EpochMs, Milliseconds } from '@tactful/protocol';
import type { OfferStore, Redemption } from './offerStore.ts';

const DAY: Milliseconds = 86_400_000;

/** The day by which address prefixes are counted, in days since the epoch; and when it is over. */
export const dayOf = (now: EpochMs): number => Math.floor(now / DAY);
export const endOfDay = (now: EpochMs): EpochMs => (dayOf(now) + 1) * DAY;

/** An order lets its code go, and gives back what it took of the budget itself. */
export function letGo(store: OfferStore, { orderId, taken, charge }: Redemption): void {
  store.dropRedemption(orderId);
  store.charge(-taken, -charge);
}

/** Gives back to the budget what orders held too long, and then the codes that ran out and that no order has; forgets the prefixes of days before. The caller holds the transaction. */
export function freeUnused(store: OfferStore, now: EpochMs): void {
  store.forgetPrefixes(dayOf(now));
  for (const order of store.lapsed(now)) letGo(store, order);
  const worths = store.takeUnused(now);
  if (worths.length > 0) store.charge(-worths.length, -worths.reduce((sum, worth) => sum + worth, 0));
}
