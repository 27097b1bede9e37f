import type { Summary } from '@tactful/protocol';
import type { ActorCore } from '../act/actor.ts';
import type { Fact } from '../observe/fact.ts';
import type { Consent } from './consent.ts';
import type { createStorage, KeyStore } from './storage.ts';
import type { Tabs } from './tabs.ts';
import type { Visit } from './visit.ts';

/** What keeping and shipping needs of the core beyond what the rooms share. */
export interface ShippingDeps extends ActorCore {
  readonly name: string;
  /** Begins an engine for the present guest. `anew`: the place is entered again. `goesOn`: with the memory of the present one, whatever the guest left. */
  begin(anew?: boolean, goesOn?: boolean): void;
  /** No manager of consent has a say here; where the page lets nobody look, one may have. */
  free: unknown;
  /** Tells the engine what may be shown and kept. */
  allow(): void;
  /** `told`: another tab said so. `held`: it is no answer, below what the host said; what is kept stays. */
  setConsent(consent: Consent, told?: boolean, held?: boolean): void;
}

/** The same with what it makes of it. */
export interface ShipCore extends ShippingDeps {
  storage: KeyStore;
  tabs: Tabs;
  visit?: Visit;
}

/** Everything that keeps and sends; a page that may do neither does not carry it, and is `alone`. */
export interface Shipping {
  /** False once storage was blocked, hung or full. */
  works(): boolean | void;
  /**
   * The answer that counts in place of the present status, if one does: that an earlier page kept; without one, that of Global
   * Privacy Control, which stands above the attribute.
   */
  kept(): Promise<Consent | false | void>;
  /** Opens a visit under the present consent; an engine of this page goes on in it. `told`: another tab said so. */
  open(told?: boolean): unknown;
  /** An engine has begun. */
  began(): void;
  /** After a fact, or when something became due. */
  settle(fact?: Fact['kind']): void;
  /** Runs with the caps that all tabs share, and keeps them before it resolves. */
  withCaps<T>(run: () => T): Promise<T>;
  /** Keeps a request to a person until it is delivered; without one it was. */
  keepRequest(id: string, request?: unknown): unknown;
  /** Exactly what would be sent now. */
  summary(): Summary | null;
  flush(): Promise<unknown> | undefined;
  reset(): Promise<void>;
  /** Erases all that is kept on the device and starts anew, as another visitor. */
  forget(): Promise<void>;
}

/** What the file exports as `createShipping`. `openStorage`: in place of the host's own. */
export type CreateShipping = (core: ShippingDeps, openStorage?: typeof createStorage) => Shipping;
