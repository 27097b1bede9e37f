import type { Milliseconds } from '@tactful/protocol';

const DAY: Milliseconds = 86_400_000;

/**
 * The states that are learned, and how long after a moment it is known what came of it. The others are told by no event, so that nothing can say whether a score of them is
 * right: they stay the expert's.
 */
export const LEARNED = {
  /** A purchase in the same session; no session is longer than a day. */
  likely_buyer: DAY,
  /** A cart, and no purchase by that visitor within a day. */
  abandon: DAY,
  /** What the visitor spends within 30 days, beside others who buy. */
  high_value: 30 * DAY,
} as const satisfies Record<string, Milliseconds>;
export type LearnedState = keyof typeof LEARNED;

/** What it takes to learn one state. */
export const WANTED = {
  /** Moments; of those, of each kind. */
  samples: 500, ofEachKind: 50,
  /** A cohort, of those who are learned from: what is learned is nobody's own. */
  visitors: 200,
  /** Visitors of each kind in either period: three who gave twelve moments would make one in seven equal scores look surely better. */
  judgedOfEachKind: 10,
} as const;
