import type { EpochMs, Exposure, Goal, Milliseconds, PageType, Scalar, SummaryBody } from '@tactful/protocol';
import type { Permission } from './observation.ts';

/** A record of names to counts. */
export type Tallies = Record<string, number>;
/** An exposure while it can still change. */
export type OpenExposure = { -readonly [Key in keyof Exposure]: Exposure[Key] } & { measured: boolean };

/** What decisions rest on; carried, and kept when counters start at zero. Times named `at` are of the device's clock. */
export interface State {
  /** Device's clock, never going back. */
  at: EpochMs;
  /** Server's clock minus device's clock. */
  offset: Milliseconds;
  /** The server has told its time. */
  server: boolean;
  /** The active clock: it only runs while the visitor is there, so whoever waits for active time waits for a reading of it. */
  active: Milliseconds;
  input: EpochMs;
  visible: boolean;
  focused: boolean;
  playing: boolean;
  /** Empty where no name matches. */
  page: string;
  type: PageType;
  /** Number of the visit to the page. */
  visit: number;
  /** Reading of the active clock on entering the page. */
  entered: Milliseconds;
  /** Targets at least half in view. */
  inView: number[];
  /** Targets under the pointer, with the active clock's reading when it came. */
  over: Tallies;
  /** Progress already made in this session. */
  steps: string[];
  permission: Permission;
  /** Messages since this page was loaded. */
  shownHere: number;
  /** Messages per scope of caps, on this visit to the page. */
  shownOnVisit: Tallies;
  attributes: Record<string, Scalar>;
  /** Who takes the slot. */
  slot: OpenExposure | null;
  cartStage: number;
  cartValue: number | null;
  cartItems: number | null;
  currency: string;
  /** Reading of the active clock at the last add_to_cart without progress; −1 when none. */
  cartAt: Milliseconds;
  cartIdle: Milliseconds;
  cartViews: number;
  /** Failed attempts in a row, by form. */
  formRuns: Tallies;
}

/** What only summaries tell; starts at zero in a new part. */
export interface Tally {
  start: EpochMs;
  /** Last moment of active time. */
  last: EpochMs;
  activeMs: Milliseconds;
  pages: Record<string, { views: number; activeMs: Milliseconds; episodes: number }>;
  counts: Tallies;
  signals: Record<string, { count: number; longestRun: number; run: number }>;
  revisits: number;
  snapshots: SummaryBody['snapshots'][number][];
  gates: Record<string, Tallies>;
  exposures: OpenExposure[];
  goals: Goal[];
  loss: Tallies;
}
