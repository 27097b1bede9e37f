/**
 * What the other engines are told, flat and up to date, at each observation. To have it, a page would have to tell its places, count
 * visible time and rows, and keep what was shown when: that work is ours inside the engine and theirs outside the clock.
 */
export interface Facts {
  readonly pageType: string;
  /** Dwells over 10 s in a row on the checkout. */
  readonly dwells: number;
  /** Absent where the cart is not known. */
  readonly cartValue?: number;
  /** Messages shown in the last 24 h. */
  readonly shows: number;
}
