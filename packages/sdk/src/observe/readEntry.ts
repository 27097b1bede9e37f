import type { Scalar } from '@tactful/protocol';

/** A commerce or analytics event as the page's own queue holds it. */
export type PageEvent = readonly [name: unknown, props: unknown];

/**
 * One entry of an array-push queue: `{ event, ecommerce }` (Tag Manager), the `arguments` of `gtag('event', name, params)`,
 * `['_trackEvent', category, action]` (Baidu) and `['trackEvent', category, action]` (Matomo), `[name, params]`.
 */
export function readEntry(entry: any): PageEvent | undefined {
  if (!entry) return;
  const word = entry[0];
  if (!word) return entry.tactful ? undefined : [entry.event, entry.ecommerce || entry];
  return word == 'event' ? [entry[1], entry[2]] : [/^_?trackEvent$/.test(word) ? entry[2] : word, entry[1]];
}

/** The scalars of an event's parameters, and `items` as a number of pieces. Anything else is left out. */
export function readProps(given: any): Record<string, Scalar> {
  const props: Record<string, Scalar> = {};
  if (given && typeof given == 'object') {
    for (const key of Object.keys(given).slice(0, 30)) {
      let value = given[key];
      if (key == 'items' && Array.isArray(value)) value = value.reduce((sum, item) => sum + (Number(item && item.quantity) || 1), 0);
      if (typeof value == 'string' ? value.length < 200 : typeof value == 'boolean' || Number.isFinite(value)) props[key] = value;
    }
  }
  return props;
}
