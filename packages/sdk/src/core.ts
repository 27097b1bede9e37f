import type { Engine } from '@tactful/engine';
import type { DeviceConfig, EpochMs, Locale } from '@tactful/protocol';
import type { TactfulEvent, TactfulEvents } from './events.ts';
import type { Fact } from './observe/fact.ts';
import type { Settings } from './options.ts';
import type { Scope } from './scope.ts';
import type { Consent } from './ship/consent.ts';
import type { Net } from './ship/net.ts';
import type { KeyStore } from './ship/storage.ts';
import type { Tabs } from './ship/tabs.ts';
import type { Visit } from './ship/visit.ts';

/**
 * What the rooms share, made by `start` and handed to each; a room names the part it needs (`Pick<Core, …>`).
 * The fields that are not `readonly` are the state of the page, and `start` alone writes them.
 */
export interface Core {
  readonly settings: Settings & { readonly key: string; readonly apiHost: string };
  readonly locale: Locale;
  readonly scope: Scope;
  readonly net: Net;
  readonly storage: KeyStore;
  readonly tabs: Tabs;
  /** Device's clock. */
  now(): EpochMs;
  /** Folds a fact into the engine; it waits until there is one. */
  observe(fact: Fact): void;
  /** Tells the page. */
  emit<E extends TactfulEvent>(event: E, detail?: TactfulEvents[E]): void;
  /** Counts what was dropped. */
  lost(reason: string, n?: number): void;
  consent: Consent;
  config?: DeviceConfig;
  engine?: Engine;
  visit?: Visit;
}
