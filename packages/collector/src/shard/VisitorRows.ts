/** What one visitor counts by, machines' sessions left out. Times are the server's, fixed at first receipt. */
export interface VisitorRows {
  /** Reporting day of each session. */
  readonly days: readonly string[];
  readonly exposures: readonly ExposureRow[];
  readonly goals: readonly GoalRow[];
  /** Conversions of the same user that were seen on another device, or told by a server; without an exposure, which alone they count beside, none. */
  readonly joinedGoals: readonly Omit<GoalRow, 'day'>[];
  /** Campaigns that the same user met on another device first, or in two arms; without an exposure none. */
  readonly joined: ReadonlyMap<string, 'elsewhere' | 'mixed'>;
}

export interface ExposureRow {
  readonly id: string;
  /** Reporting day of its session. */
  readonly day: string;
  readonly campaign: string;
  readonly arm: string;
  readonly outcome: string;
  readonly reason: string;
  /** What was said to "Did this help?"; null where nothing was. */
  readonly helped: 0 | 1 | null;
  readonly at: number;
  /** The campaign's goal as published when the exposure was first received; null without one. */
  readonly goalEvent: string | null;
  readonly goalWithin: number | null;
  /** Control's share as published with the campaign's version that was met, in millionths; null where it is not known. */
  readonly share: number | null;
  /** What was known of the visitor before (`cartAt`). */
  readonly x: number;
}

/** What an order, or its refund, lacks to be counted as money: a value, or one in the site's currency. Empty: nothing. */
export type Lack = '' | 'value' | 'currency';

export interface GoalRow {
  readonly id: string;
  readonly day: string;
  readonly event: string;
  /** Thousandths of the site's currency; 0 in any other. A refund is negative. */
  readonly mills: number;
  readonly lacks: Lack;
  readonly at: number;
}
