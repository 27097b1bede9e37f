import { PAGE_TYPES } from './pageTypes.ts';

/** One feature that conditions read. */
export interface FeatureRow {
  readonly name: string;
  readonly type: 'number' | 'text' | 'boolean';
  readonly unit: string;
  /** Inclusive range of a number, or the values of a text. */
  readonly range: string;
  /** When it is unknown, so that no condition on it passes. */
  readonly missing: string;
  /** How the summaries of one session's tabs combine it; only features with a rule are summarized, as numbers. */
  readonly ships?: 'sum' | 'max';
}

/** The states that are scored. */
export const STATES = ['abandon', 'price_doubt', 'struggle', 'high_value', 'likely_buyer'] as const;

/** Features of the finer senses: name, unit, merge. */
const FELT = [
  ['session.rage_clicks', 'rage clicks', 'sum'],
  ['session.dead_clicks', 'dead clicks', 'sum'],
  ['session.slow_clicks', 'clicks that waited 2 s or longer for their effect', 'sum'],
  ['session.wait_seconds', 's, the longest such wait', 'max'],
  ['session.mean_wait_seconds', 's, the mean wait of clicks for their effect; a dead click counts as 10 s', 'max'],
  ['session.hesitations', 'approaches to what buys, without a click', 'sum'],
  ['session.field_hesitations', 'fields with 10 s of focus and no progress', 'sum'],
  ['session.form_abandons', 'begun forms that were left', 'sum'],
  ['session.returns', 'times the tab was regained after 5 s or longer', 'sum'],
  ['session.backtracks', 'steps from checkout back to the cart', 'sum'],
  ['session.exit_intents', 'exit intents', 'sum'],
  ['attention.price_seconds', 's of attention to prices', 'sum'],
  ['attention.shipping_seconds', 's of attention to shipping', 'sum'],
  ['attention.returns_seconds', 's of attention to returns', 'sum'],
  ['attention.coupon_seconds', 's of attention to coupons', 'sum'],
  ['views.product', 'product pages entered', 'sum'],
  ['views.listing', 'listings entered', 'sum'],
  ['views.cart', 'times the cart’s page was entered', 'sum'],
  ['views.checkout', 'checkout pages entered', 'sum'],
  ['views.help', 'help pages entered', 'sum'],
  ['views.account', 'account pages entered', 'sum'],
  ['seconds.product', 's of active time on product pages', 'sum'],
  ['cart.added', 'add_to_cart events', 'sum'],
  ['cart.removed', 'remove_from_cart events', 'sum'],
] as const satisfies readonly (readonly [name: string, unit: string, merge: 'sum' | 'max'])[];

/** Every feature that a condition can name. `user.<attribute>` and `x.<declared>` come on top. */
export const FEATURES = [
  { name: 'cart.value', type: 'number', unit: 'the site’s currency', range: '≥ 0', missing: 'before the cart is known; in another currency', ships: 'max' },
  { name: 'cart.items', type: 'number', unit: 'items', range: '≥ 0', missing: 'before the cart is known', ships: 'max' },
  { name: 'cart.stage', type: 'text', unit: '', range: 'none, cart, checkout, payment, purchased', missing: 'never' },
  { name: 'cart.idle_seconds', type: 'number', unit: 's of active time since the last add_to_cart without progress', range: '≥ 0', missing: 'before add_to_cart', ships: 'max' },
  { name: 'cart.revisits', type: 'number', unit: 'cart views without begin_checkout, the first aside', range: '≥ 0', missing: 'never', ships: 'sum' },
  { name: 'session.pages', type: 'number', unit: 'pages entered', range: '≥ 0', missing: 'never', ships: 'sum' },
  { name: 'session.active_seconds', type: 'number', unit: 's of active time', range: '≥ 0', missing: 'never', ships: 'sum' },
  { name: 'session.errors', type: 'number', unit: 'errors', range: '≥ 0', missing: 'never', ships: 'sum' },
  { name: 'session.form_errors', type: 'number', unit: 'failed submit attempts', range: '≥ 0', missing: 'never', ships: 'sum' },
  { name: 'page.id', type: 'text', unit: '', range: 'the configuration’s page ids', missing: 'on a page without a name' },
  { name: 'page.type', type: 'text', unit: '', range: PAGE_TYPES.join(', '), missing: 'never' },
  { name: 'page.active_seconds', type: 'number', unit: 's of active time on this visit of the page', range: '≥ 0', missing: 'never' },
  { name: 'visitor.sessions', type: 'number', unit: 'sessions so far, this one included', range: '≥ 1', missing: 'without consent', ships: 'max' },
  { name: 'visitor.days_since_first', type: 'number', unit: 'days', range: '≥ 0', missing: 'without consent', ships: 'max' },
  { name: 'device.kind', type: 'text', unit: '', range: 'desktop, phone, tablet', missing: 'never' },
  { name: 'time.hour', type: 'number', unit: 'hour of the visitor’s day', range: '0 to 23', missing: 'never' },
  { name: 'time.weekday', type: 'number', unit: 'day of the visitor’s week, Monday = 1', range: '1 to 7', missing: 'never' },
  ...FELT.map(([name, unit, merge]) => ({ name, type: 'number', unit, range: '≥ 0', missing: 'where the finer senses are not loaded', ships: merge }) as const),
  ...STATES.map((state) => ({ name: `intent.${state}`, type: 'number', unit: 'probability', range: '0 to 1', missing: 'while no model is published' }) as const),
] as const satisfies readonly FeatureRow[];

/** Summarized features and how they merge. */
export const SHIPPED_FEATURES: Readonly<Record<string, 'sum' | 'max'>> = Object.fromEntries(
  (FEATURES as readonly FeatureRow[]).flatMap((row) => (row.ships ? [[row.name, row.ships]] : [])),
);

/** What a value of a summarized feature counts as at most where models are learned; at least 0. A session is no longer than a day. */
export const mostOf = ({ name, unit }: Pick<FeatureRow, 'name' | 'unit'>): number => (name === 'cart.value' ? 1e9 : /^s\b/.test(unit) ? 86_400 : 10_000);
