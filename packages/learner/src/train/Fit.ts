/** A fit that goes on step by step, so that whoever has little time at once can stop and go on. */
export interface Fit<State, Result> {
  /** Does a bounded piece of the work. @returns whether more is to be done. */
  readonly step: () => boolean;
  /** What has been found so far, as plain JSON; with the same samples and options the fit goes on from it, to the same end. */
  readonly state: () => State;
  readonly result: () => Result;
}
