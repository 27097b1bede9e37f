import type { Trace } from '@tactful/protocol';
import type { Core } from '../core.ts';
import type { Configuration } from '../ship/configuration.ts';
import type { Consent } from '../ship/consent.ts';

/** What acting needs of the core beyond what the rooms share. */
export interface ActorCore extends Core {
  readonly configuration: Configuration;
  setConsent(consent: Consent): void;
  /** The page's one, whoever asked for it first. */
  actor?: Actor;
}

/** Everything that happens once a message is due; it comes with the widget's file, so that a page without a message does not carry it. */
export interface Actor {
  /** Shows what is due. False: something is in the way, ask again. */
  attempt(): Promise<boolean>;
  /** Something is due. */
  due(): boolean;
  explain(campaign?: string): readonly Trace[];
  /** Draws a campaign aside from trigger, conditions, caps and control. */
  force(campaign: string): void;
  hide(): void;
  openChat(): unknown;
  closeChat(): void;
}

/** What the file exports as `createActor`: makes it, once for a page. */
export type CreateActor = (core: ActorCore) => Actor;
