/** A difference, treated minus control, with its 95 % interval for one look at a moment fixed beforehand. */
export interface Interval {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}
