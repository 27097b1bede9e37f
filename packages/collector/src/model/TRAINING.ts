import type { Bytes, Milliseconds } from '@tactful/protocol';

/** How much is learned from, how much is done at once, and how often. */
export const TRAINING = {
  /** Sessions of a site, the newest, and their moments, of which each has four at most. */
  sessions: 3_000, moments: 4_000,
  /** Shards that are asked in one turn. */
  shardsAtOnce: 8,
  /** Moments that a turn's steps pass over, together: a fraction of a second on an ordinary machine, where the platform allows thirty. */
  momentsAtOnce: 60_000,
  /** What nobody asked for and what did not fall is trained once a week; some hours less, as a schedule is not to the minute. */
  every: 6.5 * 86_400_000 as Milliseconds,
  /** Sooner, where there are so many times the moments of the last trial: three times in a site's life at most, so that chance is not asked each night. */
  grown: 2,
  /** What is served fell when its AUC is lower than when it was published, by that and by twice what chance would do. */
  fallen: 0.05,
  /** What one state may weigh on the way, as gzip: a third of 7 KiB, as there are three. */
  bytesOfState: 2_389 as Bytes,
} as const;
