import type { Outcome } from './device.ts';
import type { Gate } from './trace.ts';
import type { EpochMs, Milliseconds, Probability } from './units.ts';

/** Which group a visitor is in: shown, kept out for measurement, kept out of everything, or only played. */
export type Arm = 'treatment' | 'control' | 'holdout' | 'shadow';

/** One visitor once given the chance of one campaign. */
export interface Exposure {
  readonly id: string;
  readonly campaign: string;
  readonly version: number;
  readonly variant: string;
  readonly arm: Arm;
  readonly at: EpochMs;
  readonly outcome: Outcome | 'none';
  /** Why it was closed or not drawn: a closed list, see `REASONS`. */
  readonly reason: Reason;
  /** What the visitor said to "Did this help?"; absent where they were not asked, or said nothing. */
  readonly helped?: boolean;
  /** Gates whose values decided, as indexes into GATES with the number seen where it was one. */
  readonly trace: readonly (readonly [gate: number, value: number])[];
}

/** Why an exposure ended as it did. */
export const REASONS = ['', 'close', 'escape', 'hide', 'replaced', 'leave', 'veto', 'load', 'opt_out', 'action', 'timeout'] as const;
export type Reason = (typeof REASONS)[number];

/** One conversion. `id` is a hash of site and order, so that one purchase seen twice is one. */
export interface Goal {
  readonly id: string;
  readonly event: string;
  readonly value?: number;
  readonly currency?: string;
  readonly at: EpochMs;
}

/** One page: entered how often, active time there, and episodes (from entering, or regaining visibility, until leaving or hiding). */
export interface PageSummary { readonly views: number; readonly activeMs: Milliseconds; readonly episodes: number }
/** How often a signal was made, and the most often with no progress in between. */
export interface SignalSummary { readonly count: number; readonly longestRun: number }

/** Where the visitor came from: a class, never an address. */
export type ReferrerClass = 'direct' | 'internal' | 'search' | 'social' | 'campaign' | 'other';

/** How far the cart has come; it does not fall back before a purchase is over. */
export type CartStage = 'none' | 'cart' | 'checkout' | 'payment' | 'purchased';

/** What the engine knows of the session as one tab saw it: everything of a summary but its address. */
export interface SummaryBody {
  /** Whose session it is, where the collector has seen the user's signature; as the device sends it, good for its visitor alone. */
  readonly user?: string;
  /** Version of the configuration that decided. */
  readonly config: string;
  /** Version of the model; empty without one. */
  readonly model: string;
  readonly startedAt: EpochMs;
  readonly durationMs: Milliseconds;
  readonly activeMs: Milliseconds;
  readonly pages: Readonly<Record<string, PageSummary>>;
  /** Counters by their registered name (`COUNTS`). */
  readonly counts: Readonly<Record<string, number>>;
  readonly signals: Readonly<Record<string, SignalSummary>>;
  readonly cart: {
    readonly stage: CartStage; readonly value?: number; readonly currency?: string;
    readonly items: number; readonly idleMs: Milliseconds; readonly revisits: number;
  };
  /** Features whose registry row says that they ship. */
  readonly features: Readonly<Record<string, number>>;
  readonly intents: Readonly<Record<string, { readonly peak: Probability; readonly last: Probability }>>;
  /** Feature vectors as they were at four moments. */
  readonly snapshots: readonly { readonly on: 'page5' | 'cart' | 'checkout' | 'exposure'; readonly at: EpochMs; readonly x: readonly number[] }[];
  readonly gates: Readonly<Record<string, Readonly<Partial<Record<Gate, number>>>>>;
  readonly exposures: readonly Exposure[];
  readonly goals: readonly Goal[];
  readonly items?: readonly { readonly id: string; readonly views: number; readonly carted: number }[];
  /** What was dropped, by reason. */
  readonly loss: Readonly<Record<string, number>>;
}

/** A session so far, as one tab (`part`) knows it: cumulative, under a growing `seq`. */
export interface Summary extends SummaryBody {
  /** Random, of the visitor's current session. */
  readonly session: string;
  /** Random, of the tab. */
  readonly part: string;
  readonly visitor: string;
  /** Grows with every change that is persisted; the edge keeps the highest. */
  readonly seq: number;
  /** Version of the SDK. */
  readonly sdk: string;
  /** How sure the device is that nobody human is there. */
  readonly bot: Probability;
  readonly context: {
    readonly device: 'desktop' | 'phone' | 'tablet';
    readonly locale: string;
    readonly referrer: ReferrerClass;
  };
}

/** Body of `POST /v1/summaries`. */
export interface SummaryEnvelope {
  readonly v: 1;
  readonly key: string;
  /** When it was sent, by the clock that the times of the summaries are told by: the server's as the device knows it, else the device's. */
  readonly sentAt: EpochMs;
  readonly sessions: readonly Summary[];
}

/** Answer `202` of `POST /v1/summaries`. A stale summary is accepted as `superseded`. */
export interface IntakeAnswer {
  readonly accepted: number;
  readonly rejected: readonly { readonly index: number; readonly code: string; readonly path: string }[];
  /** Summaries older than what is kept; `have` is the kept `seq`. */
  readonly superseded: readonly { readonly index: number; readonly have: number }[];
  /** Version of the current configuration. */
  readonly config: string;
  readonly halt?: boolean;
}
