import { localeChain } from '../locale.ts';
import type { Locale } from '../units.ts';
import type { Compiled } from './Compiled.ts';

/** The language of a page's configuration: exact → script → language → the site's default → `en`, of those the site speaks. */
export const spokenLocale = ({ defaultLocale, locales }: Pick<Compiled, 'defaultLocale' | 'locales'>, wanted: string): Locale =>
  localeChain(wanted, defaultLocale).find((tag) => locales.includes(tag)) ?? defaultLocale;
