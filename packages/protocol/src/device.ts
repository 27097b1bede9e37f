/**
 * The device's form of a configuration: what the compiler writes, `/v1/config` serves and the engine reads.
 * Durations are milliseconds, defaults are filled in, selectors are indexes into `targets`, one locale is chosen.
 */
import type { DeviceFaq } from './DeviceFaq.ts';
import type { DeviceQuestion } from './DeviceQuestion.ts';
import type { DeviceModel } from './model/DeviceModel.ts';
import type { EpochMs, Locale, Milliseconds, Probability } from './units.ts';

/** The kinds of place a page can be. */
export type PageType =
  | 'home' | 'listing' | 'product' | 'cart' | 'checkout' | 'confirmation'
  | 'account' | 'pricing' | 'feature' | 'help' | 'signup' | 'other';

/** A named place. The first entry of the list with a matching pattern is the page; exactly one page at a time. */
export interface DevicePage {
  readonly id: string;
  readonly match: readonly string[];
  readonly type?: PageType;
  /** Signals that count as progress on this page. */
  readonly progress?: readonly string[];
}

/** A signal named by the merchant (what the element picker writes). */
export interface DeviceSignal {
  readonly id: string;
  readonly on: 'click' | 'visible' | 'event';
  /** Index into `targets` (`click`, `visible`). */
  readonly target?: number;
  /** Event name (`event`). */
  readonly name?: string;
  readonly page?: string;
}

/** A value that conditions compare with. Money is compared only in the site's currency. */
export type Scalar = string | number | boolean;

/** A condition in three-valued logic: a missing feature is unknown, and only `true` passes. */
export type DeviceCondition =
  | { readonly all: readonly DeviceCondition[] }
  | { readonly any: readonly DeviceCondition[] }
  | { readonly not: DeviceCondition }
  | DeviceComparison;

/** How a condition compares; the table `OPERATORS` says what each means. */
export type Operator = 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'contains' | 'exists';

/** `{ feature, op, value }`: one comparison with one feature. */
export interface DeviceComparison {
  readonly feature: string;
  readonly op: Operator;
  readonly value: Scalar | readonly Scalar[];
}

/** One trigger clause. `on` says which parameters apply; see the clause table. */
export interface DeviceClause {
  readonly on: ClauseKind;
  /** Page id. A page type is written `type:checkout`. Absent: any page. */
  readonly page?: string;
  /** Index into `targets`. */
  readonly target?: number;
  readonly for?: Milliseconds;
  readonly consecutive?: number;
  readonly within?: Milliseconds;
  readonly times?: number;
  readonly after?: Milliseconds;
  readonly percent?: number;
  readonly ratio?: Probability;
  /** Event name, signal id, topic or state. */
  readonly name?: string;
  readonly where?: DeviceCondition;
  /** What sets a run of `consecutive` back to zero: names of events or signals, `form_success<target>`, or the empty name for progress. */
  readonly resetOn?: readonly string[];
  /** Page left just before (`backtrack`). */
  readonly from?: string;
  /** How long the tab was hidden (`return`). */
  readonly away?: Milliseconds;
  /** Score that is reached (`intent`). */
  readonly gte?: Probability;
  /** Steps, in order (`sequence`). */
  readonly of?: readonly DeviceClause[];
}

/** What a trigger listens to; the table `CLAUSES` says when each fires. */
export type ClauseKind =
  | 'page' | 'dwell' | 'hover' | 'form_error' | 'error' | 'exit_intent' | 'cart_idle' | 'idle'
  | 'scroll' | 'visible' | 'event' | 'signal'
  | 'hesitation' | 'attention' | 'rage_click' | 'dead_click' | 'slow' | 'field_hesitation' | 'form_abandon'
  | 'cart_revisit' | 'backtrack' | 'return' | 'intent' | 'sequence';

/** A trigger: `any` fires with one clause, `all` when each fired within `within` and the last one now. */
export interface DeviceTrigger {
  readonly mode: 'any' | 'all';
  readonly clauses: readonly DeviceClause[];
  readonly within?: Milliseconds;
}

/** At most `cap` impressions within a rolling window of `period`. */
export interface DeviceWindow {
  readonly cap: number;
  readonly period: Milliseconds;
}

/** Caps and waits. A missing cap is no cap; a missing wait is none. */
export interface DeviceFrequency {
  readonly page?: number;
  readonly session?: number;
  readonly lifetime?: number;
  readonly custom?: readonly DeviceWindow[];
  readonly cooldown?: Milliseconds;
  readonly after?: Partial<Readonly<Record<Outcome, Milliseconds>>>;
}

/** The one outcome of an impression; the stronger one wins: convert > click > dismiss > ignore. */
export type Outcome = 'ignore' | 'dismiss' | 'click' | 'convert';

/** `from` and `until` are wall-clock times in `timeZone`: an IANA zone or `visitor`. */
export interface DeviceSchedule {
  /** `2026-11-27T00:00`, without an offset. */
  readonly from?: string;
  readonly until?: string;
  /** Minutes of the week [start, end), 0 = Monday 00:00; any of them. */
  readonly hours?: readonly (readonly [start: number, end: number])[];
  readonly timeZone: string;
}

/** How a message looks. */
export type MessageKind = 'chat' | 'card' | 'coupon' | 'video' | 'banner' | 'survey';

/** What a press of the message's button does. */
export type DeviceAction =
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | { readonly kind: 'apply_offer'; readonly label: string }
  | { readonly kind: 'chat'; readonly label: string }
  | { readonly kind: 'handoff'; readonly label: string; readonly to: 'request' | 'link'; readonly url?: string }
  | { readonly kind: 'event'; readonly label: string; readonly name: string };

/** The merchant's own file; nothing is loaded before the visitor presses play, but the poster. */
export interface DeviceVideo {
  readonly src: string;
  readonly poster?: string;
  /** WebVTT file in the chosen locale. */
  readonly captions?: string;
}

/** One step of a scripted chat: what is said, an optional video, and what the visitor may answer. */
export interface DeviceChatStep {
  readonly id: string;
  readonly say: string;
  readonly video?: DeviceVideo;
  readonly replies: readonly { readonly label: string; readonly next?: string; readonly action?: DeviceAction }[];
}

/** A message in one locale. */
export interface DeviceMessage {
  readonly kind: MessageKind;
  readonly title: string;
  readonly body?: string;
  readonly offer?: string;
  readonly action?: DeviceAction;
  readonly video?: DeviceVideo;
  /** Steps of a chat; the first one opens it. */
  readonly chat?: readonly DeviceChatStep[];
  /** Questions of a survey, one at a time. */
  readonly survey?: readonly DeviceQuestion[];
}

/** A variant's message replaces the campaign's fields that it names. */
export interface DeviceVariant {
  readonly id: string;
  readonly weight: number;
  readonly message: Partial<DeviceMessage>;
}

/** A live or shadow campaign, everything said that its author left to a default. */
export interface DeviceCampaign {
  readonly id: string;
  /** Grows with each publication that changed the campaign. */
  readonly version: number;
  readonly status: 'live' | 'shadow';
  readonly rollout: Probability;
  readonly priority: number;
  readonly group?: string;
  readonly trigger: DeviceTrigger;
  readonly conditions?: DeviceCondition;
  readonly message: DeviceMessage;
  readonly variants?: readonly DeviceVariant[];
  readonly frequency: DeviceFrequency;
  readonly control: Probability;
  readonly goal?: { readonly event: string; readonly within: Milliseconds };
  /** How long an opportunity stays open once the trigger fired. */
  readonly hold: Milliseconds;
  readonly schedule?: DeviceSchedule;
  /** Set on the device, never by the compiler: the path of what this release does not know. Beside it only `id` and empty parts stand. */
  readonly unfit?: string;
}

/** What the widget needs to know of an offer; codes never stand in a configuration. */
export interface DeviceOffer {
  readonly mode: 'public' | 'pool' | 'minted';
  /** When the offer ends. */
  readonly until?: EpochMs;
}

/** The configuration of one site in one locale. */
export interface DeviceConfig {
  readonly v: 1;
  /** Content hash of the published configuration. */
  readonly version: string;
  readonly site: {
    readonly id: string;
    /** ISO 4217. */
    readonly currency?: string;
    /** Hashed with campaign and visitor to an arm. */
    readonly salt: string;
  };
  readonly locale: Locale;
  readonly pages: readonly DevicePage[];
  readonly signals: readonly DeviceSignal[];
  /** Selectors that clauses and signals watch. */
  readonly targets: readonly string[];
  /** The shop's event names to GA4's. */
  readonly events: Readonly<Record<string, string>>;
  /** Names of array-push queues on `window`. */
  readonly sources: readonly string[];
  readonly campaigns: readonly DeviceCampaign[];
  readonly groups: Readonly<Record<string, DeviceFrequency>>;
  readonly frequency: DeviceFrequency;
  readonly holdout: Probability;
  readonly offers: Readonly<Record<string, DeviceOffer>>;
  /** What the chat answers on the device; absent where the site has none. */
  readonly faq?: readonly DeviceFaq[];
  /** The widget's own words in the chosen locale. */
  readonly texts: Readonly<Record<string, string>>;
  /** The page's further files that this configuration wants: for each, globals or selectors of which one is on the page; none: everywhere. */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
  /** Scores of intents; absent where nothing asks for one. */
  readonly model?: DeviceModel;
  /** Stop showing anything (the kill switch). */
  readonly halt?: boolean;
}
