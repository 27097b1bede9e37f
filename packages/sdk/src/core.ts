import type { EngineCore, EngineOptions, Lay, Stages, writeJson } from '@tactful/engine';
import type { Caps } from '@tactful/engine';
import type { ClaimAnswer, DeviceConfig, EpochMs, Locale, LossReason } from '@tactful/protocol';
import type { CreateActor } from './act/actor.ts';
import type { CornerOf, FindSpot } from './act/place.ts';
import type { Mount, Turn, WidgetParts } from './act/view.ts';
import type { JoinDebug } from './debug/join.ts';
import type { TactfulEvent, TactfulEvents } from './events.ts';
import type { Fact } from './observe/fact.ts';
import type { Sensors } from './observe/startSensors.ts';
import type { Settings } from './options.ts';
import type { Scope } from './scope.ts';
import type { ManagedCore } from './consent/ManagedCore.ts';
import type { Consent } from './ship/consent.ts';
import type { Net } from './ship/net.ts';
import type { CreateShipping, Shipping } from './ship/shipping.ts';

/** The page's other files by name, and what each holds. */
export interface Parts {
  /** Where consent lets something be kept. */
  ship: { readonly createShipping: CreateShipping; readonly writeJson: typeof writeJson };
  /** The same, where the site has a `domain`. */
  domain: Parts['ship'];
  /** Once an opportunity is open, or the host asks for a message or an explanation. */
  act: { readonly createActor: CreateActor; readonly findSpot: FindSpot; readonly cornerOf: CornerOf };
  /** With the first message that is drawn. */
  widget: { readonly mount: Mount };
  /** With a chat or a video, or once a message goes on so. */
  talk: { readonly talk: WidgetParts['talk'] };
  /** With a survey. */
  survey: { readonly survey: WidgetParts['survey'] };
  /** Once the visitor looks at their data. */
  data: { readonly data: WidgetParts['data'] };
  /** Once a message has done its work, and may be asked about. */
  helped: { readonly helped: WidgetParts['helped'] };
  /** Where the configuration says so (`parts`). */
  sense: Joining;
  /** Where a shop, or another vocabulary than GA4's, speaks for itself. */
  shop: Joining;
  /** Where a manager of consent is on the page. */
  consent: { readonly join: (core: ManagedCore, sensors: Pick<Sensors, 'watch'>) => Promise<void> };
  /** Once somebody is identified whom the shop's server signed. */
  user: Joining;
  /** For integrators: where the address or an option asks for the panel, or for a preview. */
  debug: { readonly join: JoinDebug };
}
/** A file that joins the sensors, for as long as the page lives. */
export interface Joining { readonly join: (core: Core, sensors: Sensors) => void }
/** Imports one of them. */
export type Files = <Name extends keyof Parts>(name: Name) => Promise<Parts[Name]>;

/** Whom the engine takes the visitor for. */
export interface Guest {
  readonly visitor: string;
  readonly session: string;
  /** Opens the visitor's own data at the edge. */
  readonly token?: string;
  readonly caps?: Caps | undefined;
  /** What an earlier page, or this one, left. */
  readonly lay?: Lay | undefined;
  /** The form that was submitted on the way here. */
  readonly form?: string | undefined;
}

/** A coupon's code that the visitor asked for, until it is put away, used or runs out. */
export interface HeldCode extends ClaimAnswer {
  /** Whose message it came in. */
  readonly campaign: string;
  readonly offer: string;
  /** The visitor was asked whether it helped. */
  asked?: boolean;
}

/**
 * What the rooms share, made by `start` and handed to each; a room names the part it needs (`Pick<Core, …>`).
 * The fields that are not `readonly` are the state of the page.
 */
export interface Core {
  readonly settings: Settings & { readonly key: string; readonly apiHost: string };
  readonly locale: Locale;
  readonly scope: Scope;
  readonly net: Net;
  readonly files: Files;
  /** What the files that are here do for the engine, and what they know of the visit. */
  readonly stages: Stages;
  readonly traits: { -readonly [K in keyof NonNullable<EngineOptions['traits']>]?: NonNullable<EngineOptions['traits']>[K] | undefined };
  /** Device's clock. */
  now(): EpochMs;
  /** Folds a fact into the engine; it waits until there is one. */
  observe(fact: Fact): void;
  /** Loads a file that joins the sensors, once. */
  want(name: string): Promise<unknown>;
  /** Lets time pass to now. */
  tick(): void;
  /** Looks at what became due or urgent, by a fact or with time. */
  settle(fact?: Fact['kind']): void;
  /** Tells the page. */
  emit<E extends TactfulEvent>(event: E, detail?: TactfulEvents[E]): void;
  /** Counts what was dropped. */
  lost(reason: LossReason, n?: number): void;
  consent: Consent;
  /** What the host, or the visitor in our own words, said last on this page: no manager is heard any more. */
  said?: Consent | undefined;
  config?: DeviceConfig;
  /** The configuration as fetched. */
  served?: unknown;
  engine?: EngineCore;
  guest?: Guest;
  /** Until its file is here, and where nothing may be kept, `alone`. */
  keeping: Shipping;
  /** What `identify()` was called with last. */
  who?: readonly [id: unknown, traits?: unknown, how?: { readonly signature?: unknown }] | undefined;
  /** A link of this site was pressed, or a form submitted. */
  followed(form?: string): void;
  /** When that was last, and of which form. */
  follows: EpochMs;
  form?: string | undefined;
  /** How sure it is that a script moves the mouse, 0 to 1; absent until that can be told. */
  hand?: number;
  /** Carried to the tab's next pages, where it stands again. */
  code?: HeldCode | undefined;
  /** The chat's talk; carried, too. */
  turns?: readonly Turn[] | undefined;
  dead: boolean;
  /** Draws a campaign as a preview; where the integrator's file is here. */
  preview?: (campaign: string) => unknown;
}
