/** A difference, treated minus control, with its 95 % interval, which holds at every look at once (`lift`). */
export interface Interval {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}
