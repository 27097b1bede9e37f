import type { Scalar } from '@tactful/protocol';

/** A commerce or analytics event as the page's own queue holds it. */
export type PageEvent = readonly [name: unknown, props: unknown];

/**
 * One entry of an array-push queue, without a name where it is no event or our own: `{ event, ecommerce }` (Tag Manager), the `arguments` of `gtag('event', name, params)`,
 * `['_trackEvent', category, action]` (Baidu) and `['trackEvent', category, action]` (Matomo), `[name, params]`.
 */
export function readEntry(given: unknown): PageEvent {
  const entry = Object(given);
  const word = entry[0];
  if (!word) return [!entry.tactful && entry.event, entry.ecommerce || entry];
  return word == 'event' ? [entry[1], entry[2]] : [/^_?trackEvent$/.test(word) ? entry[2] : word, entry[1]];
}

/** Lines of an order whose pieces are added up. */
const MOST_LINES = 1_000;

/** The scalars of an event's parameters, and `items` as a number of pieces. Anything else is left out. */
export function readProps(given: any): Record<string, Scalar> {
  const props: Record<string, Scalar> = {};
  if (typeof given == 'object') {
    for (const key of Object.keys(given || 0).slice(0, 30)) {
      let value = given[key];
      if (key == 'items' && Array.isArray(value)) value = value.slice(0, MOST_LINES).reduce((sum, item) => sum + (Number(item && item.quantity) || 1), 0);
      if (typeof value == 'string' ? value.length < 200 : typeof value == 'boolean' || Number.isFinite(value)) props[key] = value;
    }
  }
  return props;
}
