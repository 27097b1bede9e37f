import type { PageType } from './device.ts';

/** The kinds of place a page can be; a clause may name one as `type:checkout`. */
export const PAGE_TYPES = [
  'home', 'listing', 'product', 'cart', 'checkout', 'confirmation', 'account', 'pricing', 'feature', 'help', 'signup', 'other',
] as const satisfies readonly PageType[];
