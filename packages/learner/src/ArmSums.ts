/**
 * What the visitors of one arm did, one number each (0 for most), as sums that rollups keep by differences. Of a conversion, which is 0 or 1,
 * `sum` and `squares` are the same. `x` is what was known of the visitor before the arm could matter: 0 where nothing was.
 */
export interface ArmSums {
  readonly visitors: number;
  /** Sum over visitors of each one's number. */
  readonly sum: number;
  readonly squares: number;
  readonly x: number;
  readonly xSquares: number;
  /** Sum over visitors of `x` times each one's number. */
  readonly products: number;
}
