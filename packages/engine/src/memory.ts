import type { DeviceCampaign, DeviceClause, EpochMs, Exposure, Milliseconds, PageType, Scalar, SummaryBody } from '@tactful/protocol';
import type { Look } from './decide/look.ts';
import type { each } from './decide/each.ts';
import type { occur } from './decide/occur.ts';
import type { EngineOptions } from './engine.ts';
import type { Caps, Permission } from './observation.ts';
import type { Stages } from './stages.ts';

/** A record of names to numbers. */
export type Tallies = Record<string, number>;
export type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
export type OpenExposure = Mutable<Exposure>;

/** A fired trigger that waits to be shown. */
export interface Opportunity {
  readonly at: EpochMs;
  /** When it closes. */
  until: EpochMs;
  /** Places of the clauses that fired in the trigger. */
  readonly fired: readonly number[];
  /** Late gate that was in the way last, as its index in GATES; 0 or absent for none. */
  late?: number;
}

/** A compiled clause; what it remembers stands in the memory under its `key`. */
export interface Clause {
  readonly spec: DeviceClause;
  readonly campaign: Campaign;
  /** `<campaign>/<version>/<place>:`, so that a republished campaign begins anew. */
  readonly key: string;
  /** So many occurrences make it fire. */
  readonly times: number;
  /** The sequence that it is a step of, and which. */
  readonly parent?: Clause | undefined;
  readonly step: number;
}

export interface Campaign {
  readonly spec: DeviceCampaign;
  clauses: readonly Clause[];
  /** The path of what this device cannot do; empty when it can do all, absent until somebody looked. */
  unfit?: string | undefined;
}

/** Those who listen to a kind of thing: page (an id, `type:<type>`, empty for anywhere) → name or target (empty for none in particular) → listeners. */
export type Listeners = Record<string, Record<string | number, any[]>>;

/**
 * All that an engine remembers, as plain JSON: carrying it over is writing it down. Times are of the device's clock,
 * but in `caps` and `tally`, where they are trusted time.
 */
export interface Memory {
  at: EpochMs;
  /** Server's clock minus device's clock, and whether the server has told. */
  offset: Milliseconds;
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
  /** Where that is in the index: the page, its type, anywhere. Empty before the first page. */
  places: readonly string[];
  /** Reading of the active clock on entering the page. */
  entered: Milliseconds;
  /** Targets at least half in view. */
  inView: readonly number[];
  /** Targets under the pointer, with the active clock's reading when it came; where something is kept. */
  over: Tallies;
  /** Progress made in this session. */
  steps: readonly string[];
  permission: Permission;
  /** Messages since this page was loaded, and per scope of caps on this visit to it. */
  shownHere: number;
  shownOnVisit: Tallies;
  attributes: Record<string, Scalar>;
  /** Who takes the slot. */
  slot: OpenExposure | null;
  cart: Mutable<SummaryBody['cart']>;
  /** Reading of the active clock at the last add_to_cart without progress; −1 when none. */
  cartAt: Milliseconds;
  cartViews: number;
  /** Occurrences in a row, of signals and of forms' errors. */
  runs: Tallies;
  /** Clauses whose place holds, with the reading of the active clock at which their wait ends. */
  due: Tallies;
  /** The earliest of them; 0 when it must be looked for. */
  soonest: Milliseconds;
  /** By clause: its latest occurrences, oldest first (one row for each form), and under `!` when it fired. */
  rows: Record<string, EpochMs[]>;
  /** The active clock as they last read it, and at the last scoring: −1 where time alone brings no score to where a clause waits for it. */
  sensed: Milliseconds;
  scored: Milliseconds;
  /** When the tab was hidden; 0 while it is seen. */
  hidden: EpochMs;
  /** The places before the present ones, and these. */
  before: readonly (readonly string[])[];
  /** Targets of the forms that were begun and not sent; the empty name stands for all of them. */
  begun: readonly (number | '')[];
  /** Intent clauses that fired and were not yet 0.1 below; revisits of the cart that were told. */
  sums: Tallies;
  /** Open opportunities by campaign. */
  open: Record<string, Opportunity>;
  caps: Mutable<Caps>;
  /** What only summaries tell; starts at zero in a new part. */
  tally: Mutable<Omit<SummaryBody, 'model' | 'intents' | 'cart' | 'features' | 'pages' | 'counts' | 'signals' | 'gates' | 'exposures' | 'loss'>> & {
    pages: Record<string, Mutable<SummaryBody['pages'][string]>>;
    counts: Tallies;
    signals: Record<string, Mutable<SummaryBody['signals'][string]>>;
    intents: Record<string, Mutable<SummaryBody['intents'][string]>>;
    gates: Record<string, Tallies>;
    exposures: readonly OpenExposure[];
    loss: Tallies;
  };
}

/** A configuration, made ready: it is never changed, so engines may share it. */
export interface Prepared {
  readonly campaigns: Record<string, Campaign>;
  readonly clauses: Record<string, Clause>;
  /**
   * Who listens to what, by kind: clauses, or ids of signals. Most things that happen nobody waits for: they are looked up once.
   * Kinds are those of clauses; `+<kind>` makes a signal.
   */
  readonly index: Record<string, Listeners>;
  /** Campaigns by their goal's event. */
  readonly goals: Record<string, Campaign[]>;
  /** Clauses by the name that ends their runs (of a form's errors with its target); the empty name is progress. */
  readonly ends: Record<string, Clause[]>;
}

/** What is not carried: it does not change while the engine lives, or follows from the rest. */
export interface Frame extends Omit<EngineOptions, 'at'>, Prepared {
  /** Trusted time. */
  now: EpochMs;
  urgent: boolean;
  /** Added to the device's clock, where it went back between two loads. */
  shift: Milliseconds;
  readonly stages: Stages;
  /** The reducer's own, for stages that come in files of their own. */
  readonly occur: typeof occur;
  readonly each: typeof each;
  /** Events whose conditions can't be read yet, with the clauses that wait for them. */
  readonly unsure: [clause: Clause, props: Readonly<Record<string, Scalar>>][];
  /** Names of the fields that are memory. */
  readonly remembered: readonly string[];
  /** What closer looks at campaigns told, by campaign. */
  readonly looks: Record<string, Look>;
  /** The slot was taken on an earlier load. */
  stale: boolean;
}

export type Core = Memory & Frame;
/** The same, as other packages name it. */
export type EngineCore = Core;
