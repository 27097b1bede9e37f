import { readFileSync } from 'node:fs';
import { CURRENCY } from './catalog.mjs';

const read = (tag) => JSON.parse(readFileSync(new URL(`words/${tag}.json`, import.meta.url), 'utf8'));

/** The shop speaks these; the first is its own. */
export const LANGUAGES = {
  en: { name: 'English', dir: 'ltr', words: read('en') },
  'zh-Hans': { name: '简体中文', dir: 'ltr', words: read('zh-Hans') },
  ar: { name: 'العربية', dir: 'rtl', words: read('ar') },
};

/** The sign of the currency is isolated: in Arabic its dollar would otherwise be drawn on the wrong side of its letters. */
const writeMoney = (format, value) => format.formatToParts(value).map((part) => (part.type === 'currency' ? `\u2066${part.value}\u2069` : part.value)).join('');

/** One visitor's language: its words, and how it writes money (given in cents). */
export function speak(tag) {
  const known = Object.hasOwn(LANGUAGES, tag) ? tag : 'en';
  const { dir, words } = LANGUAGES[known];
  const format = new Intl.NumberFormat(known === 'ar' ? 'ar-u-nu-latn' : known, { style: 'currency', currency: CURRENCY, currencyDisplay: 'narrowSymbol' });
  return { tag: known, dir, words, money: (cents) => writeMoney(format, cents / 100) };
}
