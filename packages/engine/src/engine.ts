import type { DeviceClause, DeviceConfig, DeviceMessage, EpochMs, Exposure, Gate, Milliseconds, SummaryBody, Trace } from '@tactful/protocol';
import type { Prepared } from './memory.ts';
import type { Caps, Observation } from './observation.ts';

/** Everything the engine needs, handed in: it reads no clock, rolls no dice and does no I/O. */
export interface EngineOptions {
  readonly config: DeviceConfig;
  /** Now, on the device's clock. */
  readonly at: EpochMs;
  /** Visitor id; while nothing may be stored, one of this page's memory. */
  readonly visitor: string;
  readonly session: string;
  /** 0 inclusive to 1 exclusive; names exposures. Arms are hashed, not rolled. */
  readonly random: () => number;
  /** What an earlier page of this tab carried over. */
  readonly carried?: Carried;
  /**
   * Keep the decision half of `carried` (runs, caps, open opportunities), start every summarized counter at zero:
   * a duplicated tab, or a consent that came after behavior which may not be shipped.
   */
  readonly zero?: boolean;
  readonly traits?: DeviceTraits;
  /** What `prepare(config)` made, where many engines share one configuration. */
  readonly prepared?: Prepared;
}

/** Facts about the visit that do not change while the page lives; features `device.*` and `visitor.*`. */
export interface DeviceTraits {
  readonly device: 'desktop' | 'phone' | 'tablet';
  readonly visitorSessions?: number;
  readonly visitorFirstSeen?: EpochMs;
  /** The visitor's offset from UTC, minutes east; for schedules and `time.hour`. */
  readonly utcOffsetMinutes: number;
}

/** Serializable state of the engine, at most 8 KiB as JSON. Opaque to all but the engine. */
export type Carried = { readonly v: 1; readonly at: EpochMs; readonly [key: string]: unknown };

/** The campaign that would show now. */
export interface Due {
  readonly campaign: string;
  /** The message with its variant's fields laid over it. */
  readonly message: DeviceMessage;
  readonly variant: string;
  /** When its opportunity closes. */
  readonly until: EpochMs;
  /** The clauses that fired, for "Why this?". */
  readonly fired: readonly DeviceClause[];
}

/** The late gates, as the page saw them at this moment; what is truthy is "in the way". */
export type LateGates = Readonly<Partial<Record<Extract<Gate, 'tabs' | 'typing' | 'composing' | 'paying' | 'dialog' | 'covered'>, unknown>>>;

/** What `expose` answers: show it (`treatment`), or be silent for exactly as long (`control`, `holdout`). */
export interface Exposed {
  readonly exposure: Exposure;
  readonly message: DeviceMessage;
  readonly fired: readonly DeviceClause[];
  /** False without consent: shown, but no exposure is summarized. */
  readonly measured: boolean;
}

/**
 * The engine: one reducer. Same options, observations and ticks → same answers, byte for byte.
 * Memory is bounded whatever the visitor does.
 */
export interface Engine {
  /** Folds in one fact. Time passes to `observation.at` first. */
  observe(observation: Observation): void;
  /** Lets time pass. */
  tick(at: EpochMs): void;
  /** The next moment at which time alone can change an answer; `Infinity` when none can. */
  nextDeadline(): EpochMs;
  /** The winner among open opportunities whose gates up to `priority` pass, or null. Changes nothing. */
  due(): Due | null;
  /**
   * Claims the slot for the campaign that is due: late gates, then the arm. Charges the caps and resets the campaign's
   * clauses, alike in every arm. Null when a gate is in the way (it is traced) or the campaign is no longer due.
   */
  expose(campaign: string, late: LateGates): Exposed | null;
  /** Draws one campaign aside from trigger, conditions, caps and control (`show()`); null when unknown, paused or halted. */
  force(campaign: string): DeviceMessage | null;
  /** The session so far. */
  summary(): SummaryBody;
  /** True when the summary changed in a way that is shipped at once (an exposure or a goal). */
  urgent(): boolean;
  explain(campaign?: string): readonly Trace[];
  /** State to carry to the next page of this tab. */
  carry(): Carried;
  /** Caps as this tab knows them, to be stored where every tab reads them. */
  caps(): Caps;
  /** Active time of the session so far. */
  activeMs(): Milliseconds;
}
