import type { Locale } from '@tactful/protocol';

/** Languages and scripts that are written from right to left. */
const RIGHT_TO_LEFT = /^(ar|he|fa|ur|ps|sd|ug|yi|dv|ckb)\b(?!-latn)|-(arab|hebr)\b/i;

/** The reading direction of a locale; `start` and `end` of a place follow it. */
export function direction(locale: Locale): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr';
}
