/**
 * The seam between the core and the widget's own file: the core imports it when a message is about to show,
 * hands over what may be drawn and what may be done, and hears back what the visitor did.
 */
import type { Core } from '../core.ts';
import type { DataPart } from './widget/data/data.ts';
import type { HelpedPart } from './widget/helped/helped.ts';
import type { SurveyPart } from './widget/survey/survey.ts';
import type { TalkPart } from './widget/talk/talk.ts';
import type { ClaimAnswer, DeviceClause, DeviceFaq, DeviceMessage, EpochMs, Locale, Milliseconds, Outcome, Reason, RequestBody, SharedSummary } from '@tactful/protocol';

/** Where a message stands. */
export interface Spot {
  /** The corner of the window, or the edge, from which it grows; left and right as the screen has them. */
  readonly place: `${'bottom' | 'top'} ${'left' | 'right'}`;
  /** Distance from the window's edge there, in CSS pixels. */
  readonly inset: number;
  /** The height that it may take before it reaches a control of the page, in CSS pixels. */
  readonly room: number;
}

/** What was said in the chat; true where the visitor said it. */
export type Turn = readonly [text: string, mine: boolean];

/** One message to draw. */
export interface MessageView {
  readonly campaign: string;
  readonly message: DeviceMessage;
  /** What fired it, for "Why this?". */
  readonly fired: readonly DeviceClause[];
  /** When the offer ends, for the countdown (server's clock minus device's clock already applied). */
  readonly endsAt?: EpochMs | undefined;
  /** A coupon's code that the visitor asked for on an earlier page: it stands there at once. */
  readonly claimed?: ClaimAnswer;
  /** The exposure that summaries tell of; false where nothing is measured. */
  readonly exposure?: string | false;
  /** The visitor was asked whether it helped. */
  asked?: boolean;
  /** A preview: drawn as such, counts and claims nothing. */
  readonly preview?: boolean;
}

/** What of the core the widget's files touch themselves. */
export interface WidgetCore extends Partial<Pick<Core, 'engine' | 'code' | 'observe' | 'emit'>> {
  /** The latest talk, whatever page of the tab it was on; what is put here is there on the next, where the visitor's answer lets anything be kept. */
  turns?: readonly Turn[] | undefined;
}

/** What the widget may ask of the core. Every function is guarded: none throws, promises resolve; `undefined` is what the core failed at. */
export interface WidgetHost {
  readonly document: Document;
  readonly locale: Locale;
  readonly dir: 'ltr' | 'rtl';
  /** The widget's words in that locale, English where a word is missing. */
  readonly texts: Readonly<Record<string, string>>;
  /** What the chat answers to questions in the visitor's own words. */
  readonly faq?: readonly DeviceFaq[] | undefined;
  /** The core itself: what of it the widget's files may know. */
  readonly tab?: WidgetCore;
  /** Where all that is drawn stands. The core changes it in place; what is on the page goes there with `move`. */
  readonly spot: Spot;
  /** Only for browsers without constructable stylesheets. */
  readonly nonce?: string | undefined;
  /** Device's clock. */
  now(): number;
  /** One timer of the core's; returns its cancel. */
  after(delay: Milliseconds, run: () => void): () => void;
  /** Adds a guarded listener; returns its removal. */
  listen(target: EventTarget, type: string, run: (event: Event) => void, options?: AddEventListenerOptions): () => void;
  /** A code for the offer, once the visitor asked for it; null when there is none to be had. */
  claim(offer: string): Promise<ClaimAnswer | null>;
  /**
   * Sends a request to a person; false when it could not be delivered now (it is kept and tried again where consent allows).
   * `tried`: ids of the chat's steps that the visitor went through; they leave only with `share`.
   * The visitor may press "Send" again after false: the same body keeps its id.
   */
  request(body: Omit<RequestBody, 'id' | 'locale' | 'shared'>, share: boolean, tried: readonly string[]): Promise<boolean>;
  /** Exactly what `request(…, true, tried)` would share, for the visitor's look at it; null when there is nothing. */
  shared(tried: readonly string[]): SharedSummary | null;
  /** Exactly what would leave the device now, for "Your data"; null when nothing would. */
  summary(): unknown;
  /** Erases what the edge has, then what is stored here, and starts anew. False: the edge did not; all is as it was, to be tried again. */
  erase(): Promise<boolean>;
  /** Consent withdrawn from "Your data". */
  withdraw(): void;
  /** "No more suggestions". */
  optOut(): void;
  /** A named event to the engine and the page (`action.kind: event`). */
  event(name: string): void;
  /**
   * Drawn and visible in the viewport (true), or no longer (false); the core times the impression's second, once for
   * each exposure. Also told of a chat that the visitor opens: while anything is drawn, nothing else may come.
   * A message may stay after its outcome (a code on show, a video playing, a chat going on): it has left at false.
   */
  visible(visible: boolean): void;
  /**
   * How the message ended: at the visitor's first press that decides it. A dismissal is told also after that: it puts away what
   * stayed, and no later page brings it back. Never for a preview or a chat that the visitor opened.
   */
  outcome(outcome: Outcome, reason: Reason): void;
  /** Those of the widget's further files that are here. */
  readonly parts: Partial<WidgetParts>;
  /** Has one of them fetched into `parts`; false when it cannot be had. */
  part(name: keyof WidgetParts): Promise<boolean>;
  /** Chat events for the page. */
  chat(event: 'opened' | 'closed' | 'message' | 'handoff'): void;
}

/** What the widget's further files hold, by their names. */
export interface WidgetParts {
  /** Chats and videos. */
  readonly talk: TalkPart;
  /** Surveys. */
  readonly survey: SurveyPart;
  /** A look at data. */
  readonly data: DataPart;
  /** "Did this help?" */
  readonly helped: HelpedPart;
}

/** A widget on the page. */
export interface Widget {
  /** All that stands on the page. */
  readonly element: Element;
  /** In it, what is drawn is the last element. */
  readonly root: HTMLElement;
  /** Goes to the host's `spot`. */
  move(): void;
  /** What the message needs of the further files is here. */
  show(view: MessageView): void;
  /** Takes the message off the page without a further outcome. */
  hide(): void;
  /** Opens the chat of its own accord (`chat.open()`, the launcher); `talk` is here. */
  openChat(message?: DeviceMessage): void;
  closeChat(): void;
  /** Everything goes: nodes, listeners, timers. */
  destroy(): void;
}

/** What the widget's file exports as `mount`. */
export type Mount = (host: WidgetHost) => Widget;
