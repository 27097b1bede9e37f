import type { Scalar } from '@tactful/protocol';
import type { Core } from '../memory.ts';

/** Tells a feature as it is now; `undefined` is unknown. */
export type Read<Value extends Scalar = Scalar> = (core: Core) => Value | undefined;

/** A cart that nobody has told of has no such. */
const ofCart = (read: Read<number>): Read<number> => (core) => (core.cart.stage == 'none' ? undefined : read(core));

/** Those that summaries and snapshots tell whatever the page has loaded, in their order. */
export const TOLD: Readonly<Record<string, Read<number>>> = {
  // Money without a currency is taken for the site's; in another one it does not compare.
  'cart.value': ({ cart, config: { site } }) => (cart.currency && site.currency && cart.currency != site.currency ? undefined : cart.value),
  'cart.items': ofCart(({ cart }) => cart.items),
  'cart.idle_seconds': ofCart(({ cart }) => Math.floor(cart.idleMs / 1_000)),
  'cart.revisits': ({ cart }) => cart.revisits,
  'session.pages': ({ tally }) => tally.counts['page_views'] || 0,
  'session.active_seconds': ({ tally }) => Math.floor(tally.activeMs / 1_000),
  'session.errors': ({ tally }) => tally.counts['errors'] || 0,
  'session.form_errors': ({ tally }) => tally.counts['form_errors'] || 0,
  'visitor.sessions': ({ traits }) => (traits && traits.visitorSessions),
  'visitor.days_since_first': ({ traits, now }) => (traits && traits.visitorFirstSeen != null ? Math.floor((now - traits.visitorFirstSeen) / 86_400_000) : undefined),
};
