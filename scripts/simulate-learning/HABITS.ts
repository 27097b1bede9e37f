import type { Probability } from '@tactful/protocol';
import type { Kind } from './TRUTH.ts';

/** What visitors of a kind are like to do on a visit. All of it overlaps: no act is one kind's alone. */
export interface Habits {
  /** Product pages looked at, in the mean; and seconds on each, in the middle. */
  readonly products: number;
  readonly seconds: number;
  /** How likely each is. `cart`: that they come to the cart's page at all. `back`: that they come again on a later day, having bought nothing. `known`: that they have been there before. */
  readonly shipping: Probability;
  readonly returns: Probability;
  readonly coupon: Probability;
  readonly account: Probability;
  readonly away: Probability;
  readonly removes: Probability;
  readonly cart: Probability;
  readonly back: Probability;
  readonly known: Probability;
  /** Seconds of attention to prices, in the middle; and on the cart's page, before it is decided. */
  readonly prices: number;
  readonly weighs: number;
}

export const HABITS: Readonly<Record<Kind, Habits>> = {
  sure: { products: 5, seconds: 42, shipping: 0.55, returns: 0.1, coupon: 0.12, account: 0.3, away: 0.15, removes: 0.08, cart: 0.75, back: 0.3, known: 0.3, prices: 5, weighs: 22 },
  persuadable: { products: 6, seconds: 38, shipping: 0.35, returns: 0.55, coupon: 0.25, account: 0.12, away: 0.35, removes: 0.2, cart: 0.6, back: 0.35, known: 0.25, prices: 9, weighs: 35 },
  lost: { products: 5, seconds: 24, shipping: 0.1, returns: 0.12, coupon: 0.35, account: 0.08, away: 0.45, removes: 0.3, cart: 0.45, back: 0.25, known: 0.3, prices: 12, weighs: 26 },
  hurried: { products: 4, seconds: 34, shipping: 0.4, returns: 0.06, coupon: 0.06, account: 0.35, away: 0.1, removes: 0.05, cart: 0.7, back: 0.15, known: 0.3, prices: 4, weighs: 16 },
};

/** What all kinds do alike once the shop has drifted: shipping and returns stand on every product page, and nobody looks for them. */
export const DRIFTED: Partial<Habits> = { shipping: 0.1, returns: 0.08 };
