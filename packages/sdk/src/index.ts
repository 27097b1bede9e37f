import type { Parts } from './core.ts';
import { createGuard } from './guard.ts';
import { readOptions, type TactfulOptions } from './options.ts';
import { start } from './start.ts';
import type { Tactful } from './verbs.ts';

export type { TactfulOptions } from './options.ts';
export type { TactfulEvent, TactfulEvents } from './events.ts';
export type { MessageActions } from './act/show.ts';
export type { Tactful } from './verbs.ts';
export type { Consent, WithoutConsent } from './ship/consent.ts';

/** The host's bundler splits these off. */
const PARTS: { readonly [Name in keyof Parts]: () => Promise<Parts[Name]> } = {
  ship: () => import('./ship/createShipping.ts'), domain: () => import('./ship/domain/createShipping.ts'), act: () => import('./act/createActor.ts'), widget: () => import('./act/widget/index.ts'),
  talk: () => import('./act/widget/talk/talk.ts'), survey: () => import('./act/widget/survey/survey.ts'), data: () => import('./act/widget/data/data.ts'), helped: () => import('./act/widget/helped/helped.ts'),
  sense: () => import('./sense/join.ts'), shop: () => import('./shop/join.ts'), consent: () => import('./consent/join.ts'),
  user: () => import('./user/join.ts'), debug: () => import('./debug/join.ts'),
};

/** On a server, and where there is nothing to work with: every verb is there and does nothing. */
const inert = (): Tactful => {
  const nothing = (): void => undefined;
  const later = (): Promise<void> => Promise.resolve();
  return {
    identify: nothing, setAttributes: nothing, track: nothing, page: nothing, cart: nothing, consent: nothing, show: nothing, hide: nothing,
    chat: { open: nothing, close: nothing }, on: () => nothing, explain: () => Promise.resolve([]), preview: nothing, summary: () => null, flush: later, reset: later,
    destroy: nothing, ready: nothing,
  };
};

/**
 * Starts Tactful on this page. Never throws: without a key, a collector or a page to work on it does nothing.
 * @returns the verbs; `destroy()` takes everything away again
 */
export function init(options: TactfulOptions): Tactful {
  return createGuard(() => undefined)(() => {
    const settings = readOptions(options);
    const { key, apiHost, config } = settings;
    return typeof document == 'object' && key && (apiHost || config) && start({ ...settings, key, apiHost: apiHost || location.origin }, (name) => PARTS[name]() as any);
  })() || inert();
}
