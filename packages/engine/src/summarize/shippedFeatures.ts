import type { Core } from '../memory.ts';

/** The features that summaries and snapshots tell, in their order; `undefined` is unknown. */
export function shippedFeatures(core: Core): Readonly<Record<string, number | undefined>> {
  const { cart, tally: { counts, activeMs }, traits, config: { site }, now, stages } = core;
  const { visitorSessions, visitorFirstSeen } = traits || {};
  const known = cart.stage != 'none';
  return {
    // Money without a currency is taken for the site's; in another one it does not compare.
    'cart.value': cart.currency && site.currency && cart.currency != site.currency ? undefined : cart.value,
    'cart.items': known ? cart.items : undefined,
    'cart.idle_seconds': known ? Math.floor(cart.idleMs / 1_000) : undefined,
    'cart.revisits': cart.revisits,
    'session.pages': counts['page_views'] || 0,
    'session.active_seconds': Math.floor(activeMs / 1_000),
    'session.errors': counts['errors'] || 0,
    'session.form_errors': counts['form_errors'] || 0,
    'visitor.sessions': visitorSessions,
    'visitor.days_since_first': visitorFirstSeen == null ? undefined : Math.floor((now - visitorFirstSeen) / 86_400_000),
    // Behind the rest, in the registry's order: snapshots tell features by their place.
    ...stages.felt(core),
  };
}
