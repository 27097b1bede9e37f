import type { Locale } from './units.ts';

/** What a Chinese tag without a script means. Hong Kong and Macau read Traditional, all others Simplified. */
const TRADITIONAL = ['TW', 'HK', 'MO'];

/** True for a language tag of two or three letters with script, region or variants: `en`, `zh-Hans`, `pt-BR`. */
export function isLocale(text: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(text);
}

/**
 * The tags under which a visitor's locale is looked for, best first: exact, script, language, the site's default, `en`.
 * A tag that is none asks for the default.
 */
export function localeChain(wanted: string, fallback: Locale): Locale[] {
  const parts = wanted.replace(/_/g, '-').split('-');
  const language = (parts[0] ?? '').toLowerCase();
  const rest = parts.slice(1).map(normalCase);
  const region = rest.find((part) => /^([A-Z]{2}|\d{3})$/.test(part));
  const script = rest.find((part) => /^[A-Z][a-z]{3}$/.test(part))
    ?? (language !== 'zh' ? undefined : region && TRADITIONAL.includes(region) ? 'Hant' : 'Hans');
  const chain = [[language, ...rest].join('-'), script ? `${language}-${script}` : language, language, fallback, 'en'];
  return chain.filter((tag, index) => isLocale(tag) && chain.indexOf(tag) === index);
}

/** `hans` → `Hans`, `cn` → `CN`; other subtags as they are. */
function normalCase(part: string): string {
  if (/^[a-z]{4}$/i.test(part)) return part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
  return part.length === 2 ? part.toUpperCase() : part;
}

/** The first of the chain that is there. */
export function pickLocale<T>(chain: readonly Locale[], offered: Readonly<Record<Locale, T>>): T | undefined {
  const found = chain.find((tag) => Object.prototype.hasOwnProperty.call(offered, tag));
  return found === undefined ? undefined : offered[found];
}
