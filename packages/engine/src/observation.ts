import type { EpochMs, LossReason, Milliseconds, Outcome, PageType, Scalar, Reason, Topic } from '@tactful/protocol';

/**
 * One raw, local fact. `at` is the device's clock (wall time at load plus monotonic time since), never going back
 * within a page. Sensors make observations; nothing else reaches the engine.
 */
export type Observation = { readonly at: EpochMs } & (
  /**
   * A place was entered (load, route change, bfcache return to another place); `page` is null where no name matches. `again`: the place
   * entered last, whose type has been recognized since; it is no other view.
   */
  | { readonly kind: 'page'; readonly page: string | null; readonly type: PageType; readonly again?: boolean }
  /** The document is left or frozen. */
  | { readonly kind: 'leave' }
  | { readonly kind: 'visibility'; readonly visible: boolean }
  /** The document, or a frame inside it, has the focus. */
  | { readonly kind: 'focus'; readonly focused: boolean }
  /** The visitor did something; sent at most ten times a second. */
  | { readonly kind: 'input' }
  /** A video plays, which counts as activity. */
  | { readonly kind: 'media'; readonly playing: boolean }
  /** The pointer came over, or left, the element of a target. */
  | { readonly kind: 'over'; readonly target: number; readonly inside: boolean }
  /** The share of a target's element that is in view changed. */
  | { readonly kind: 'seen'; readonly target: number; readonly ratio: number }
  /** Greatest scroll depth so far on this page, 0 to 100. */
  | { readonly kind: 'scroll'; readonly percent: number }
  /** An element of a target was clicked. */
  | { readonly kind: 'click'; readonly target: number }
  /** Uncaught error or unhandled rejection; only that it happened. */
  | { readonly kind: 'error' }
  /** One failed submit attempt of a form, whatever number of fields complained. `targets`: those that contain the form. */
  | { readonly kind: 'form_error'; readonly form: string; readonly targets: readonly number[] }
  /** A submit that went through. */
  | { readonly kind: 'form_success'; readonly form: string; readonly targets: readonly number[] }
  /**
   * What the finer senses make of clicks, pointers and fields: a clause's kind, the targets that hold the element, and for
   * how long (waited, paid attention, stood in the field), in ms. `begun` and `sent` tell of forms; `late`: a click that was told dead had its effect after all.
   */
  | { readonly kind: 'sense'; readonly on: Felt; readonly targets?: readonly number[]; readonly ms?: Milliseconds; readonly topic?: Topic; readonly late?: boolean | undefined }
  /** A mouse left through the top, fast; by touch, see the clause. */
  | { readonly kind: 'exit_intent' }
  /** A named event: `track()`, commerce events under their GA4 names, mapped queues. */
  | { readonly kind: 'event'; readonly name: string; readonly props?: Readonly<Record<string, Scalar>> }
  /** A named signal from where there is no page to see it on; on a page the engine makes signals of clicks, sights and events. */
  | { readonly kind: 'signal'; readonly id: string }
  | { readonly kind: 'cart'; readonly value?: number | undefined; readonly currency?: string | undefined; readonly items?: number | undefined }
  /** `identify()` traits and `setAttributes()`: features `user.*` and `x.*`. Local only. */
  | { readonly kind: 'attributes'; readonly values: Readonly<Record<string, Scalar>> }
  /** What may be shown and kept: follows consent and the state of storage. */
  | { readonly kind: 'permission'; readonly permission: Permission }
  /** The server's clock, from an uncached answer. */
  | { readonly kind: 'time'; readonly server: EpochMs }
  /** Caps as another tab or an earlier page left them; merged, never lowered. */
  | { readonly kind: 'caps'; readonly caps: Caps }
  /** A message was visible for a second. */
  | { readonly kind: 'impression'; readonly exposure: string }
  /** The visitor's answer to "Did this help?". */
  | { readonly kind: 'helped'; readonly exposure: string; readonly helped: boolean }
  | { readonly kind: 'outcome'; readonly exposure: string; readonly outcome: Outcome; readonly reason: Reason }
  /** "No more suggestions": nothing of its own accord any more. */
  | { readonly kind: 'opt_out' }
  /** Something was dropped; counted in the summary's `loss`. */
  | { readonly kind: 'loss'; readonly reason: LossReason; readonly n: number }
);

/** What the finer senses tell. */
export type Felt = 'hesitation' | 'attention' | 'rage_click' | 'dead_click' | 'slow' | 'field_hesitation' | 'form_abandon' | 'begun' | 'sent';

/** What consent and storage allow. */
export interface Permission {
  /**
   * `full`: everything; `help`: at most one message per page load, no discounts, no exit intent; `none`: nothing.
   */
  readonly show: 'full' | 'help' | 'none';
  /** A visitor id may be kept: exposures, arms and summaries exist. */
  readonly measured: boolean;
  /** False while the stored caps could not be read although consent allows it: the gate `consent` says `caps_unknown`. */
  readonly capsKnown: boolean;
}

/** What was shown and which waits run, per scope: `c:<campaign>`, `g:<group>`, `*`. Times are trusted time. */
export interface Caps {
  readonly scopes: Readonly<Record<string, CapScope>>;
  /** First exposure froze the arm: campaign → arm letter (`t`, `c`, `h`). */
  readonly arms: Readonly<Record<string, string>>;
  /** "No more suggestions" was chosen. */
  readonly optOut?: boolean;
  /** Greatest trusted time seen. */
  readonly latest: EpochMs;
}

export interface CapScope {
  /** Impressions (real and ghost), newest last, bounded: [time, session]. */
  readonly shown: readonly (readonly [at: EpochMs, session: string])[];
  /** Impressions ever. */
  readonly lifetime: number;
  /** Nothing before this time. */
  readonly waitUntil: EpochMs;
}
