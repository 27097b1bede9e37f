import { dataWords } from './dataWords.ts';
import { direction } from '../../direction.ts';
import type { Kit } from '../createKit.ts';

/** Words of the contract in the reader's language. */
type Words = ReturnType<typeof dataWords>;

/** A name as words, its unit left to the value: `activeMs: 74200` reads "active 74.2 sec", `price_ms: 900` "price 0.9 sec", `cart.idle_seconds` "cart · idle seconds". */
function label(words: Words, name: string): string {
  const plain = name.replace(/(Ms|At)$/, '').replace(/_|(?=[A-Z])/g, ' ').toLowerCase();
  const said = words(plain) || plain.split('.').map((part) => words(part));
  return typeof said == 'string' ? said : said.every(Boolean) ? said.join(' · ') : plain.replace(/ ms$/, '');
}

/** One plain value in words: times as dates, spans as seconds, numbers as the locale writes them. */
function plain(locale: string, words: Words, name: string, value: unknown): string {
  if (typeof value != 'number') return words(String(value)) || String(value);
  if (/(^a|A)t$/.test(name)) return new Date(value).toLocaleString(locale);
  if (/(M|_m)s$/.test(name)) return new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', maximumFractionDigits: 1 }).format(value / 1000);
  return new Intl.NumberFormat(locale).format(value);
}

const empty = (value: unknown) => value === null || value === '' || (typeof value == 'object' && !Object.keys(value).length);
const nested = (value: unknown): value is object => typeof value == 'object' && !empty(value);

function items(kit: Kit, words: Words, value: object): HTMLElement {
  return kit.h(
    'ul',
    null,
    ...Object.entries(value).map(([name, item]) => {
      const named = kit.h('b', null, label(words, name));
      const inline = Array.isArray(item) && !item.some((one) => nested(one) && !Array.isArray(one)) ? item.join(' · ') : undefined;
      if (inline === undefined && nested(item)) return kit.h('li', null, named, items(kit, words, item));
      return kit.h('li', null, named, ' ', kit.h('bdi', null, empty(item) ? '–' : inline || plain(kit.host.locale, words, name, item)));
    }),
  );
}

/**
 * Any plain data as a nested list, whole, in the widget's languages; names that are the site's own stay as they are. It scrolls,
 * so it takes the focus by keyboard.
 */
export function outline(kit: Kit, value: unknown, name: string): HTMLElement {
  const words = dataWords(kit.host.locale);
  const dir = words('at') ? direction(kit.host.locale) : 'ltr';
  return kit.h('div', { class: 'outline', tabindex: 0, role: 'group', 'aria-label': name, dir }, nested(value) ? items(kit, words, value) : String(value));
}
