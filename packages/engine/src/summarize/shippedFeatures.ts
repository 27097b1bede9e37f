import type { Core } from '../core.ts';

/** The features that summaries and snapshots tell, in their order; `undefined` is unknown. */
export function shippedFeatures({ state, tally, options, now }: Core): Readonly<Record<string, number | undefined>> {
  const { cartValue, cartItems, currency } = state;
  const { traits, config } = options;
  const { counts } = tally;
  const first = traits && traits.visitorFirstSeen;
  // Money without a currency is taken for the site's; in another one it is not comparable.
  const foreign = currency && config.site.currency && currency != config.site.currency;
  return {
    'cart.value': foreign || cartValue == null ? undefined : cartValue,
    'cart.items': cartItems == null ? undefined : cartItems,
    'cart.idle_seconds': state.cartIdle < 0 ? undefined : Math.floor(state.cartIdle / 1_000),
    'cart.revisits': tally.revisits,
    'session.pages': counts['page_views'] || 0,
    'session.active_seconds': Math.floor(tally.activeMs / 1_000),
    'session.errors': counts['errors'] || 0,
    'session.form_errors': counts['form_errors'] || 0,
    'visitor.sessions': traits && traits.visitorSessions,
    'visitor.days_since_first': first == null ? undefined : Math.max(0, Math.floor((now - first) / 86_400_000)),
  };
}
