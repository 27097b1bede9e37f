import { COMMERCE_EVENTS } from '../events.ts';

const ALIASES = Object.fromEntries(Object.entries(COMMERCE_EVENTS).flatMap(([name, aliases]) => aliases.map((alias) => [alias, name])));

/** What a device calls the page's events: aliases of commerce events, and over them the site's own mapping. */
export const compileEvents = (own: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({ ...ALIASES, ...own });
