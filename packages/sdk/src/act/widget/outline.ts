import type { Kit } from './createKit.ts';

/** One plain value in words: times as dates, spans as seconds, numbers as the locale writes them. */
function plain(locale: string, name: string, value: unknown): string {
  if (typeof value != 'number') return String(value);
  if (/(^a|A)t$/.test(name)) return new Date(value).toLocaleString(locale);
  if (/Ms$/.test(name)) return new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', maximumFractionDigits: 1 }).format(value / 1000);
  return new Intl.NumberFormat(locale).format(value);
}

const empty = (value: unknown) => value === null || value === '' || (typeof value == 'object' && !Object.keys(value).length);
const nested = (value: unknown): value is object => typeof value == 'object' && !empty(value);

function items(kit: Kit, value: object): HTMLElement {
  return kit.h(
    'ul',
    null,
    ...Object.entries(value).map(([name, item]) => {
      // The unit is said with the value: `activeMs: 74200` reads "active 74.2 sec".
      const label = kit.h('b', null, name.replace(/(Ms|At)$/, '').replace(/_|(?=[A-Z])/g, ' ').toLowerCase());
      const inline = Array.isArray(item) && !item.some((one) => nested(one) && !Array.isArray(one)) ? item.join(' · ') : undefined;
      if (inline === undefined && nested(item)) return kit.h('li', null, label, items(kit, item));
      return kit.h('li', null, label, ' ', kit.h('bdi', null, empty(item) ? '–' : inline || plain(kit.host.locale, name, item)));
    }),
  );
}

/** Any plain data as a nested list, whole. It scrolls, so it takes the focus by keyboard. Names are the contract's: English. */
export function outline(kit: Kit, value: unknown, label: string): HTMLElement {
  return kit.h('div', { class: 'outline', tabindex: 0, role: 'group', 'aria-label': label, dir: 'ltr' }, nested(value) ? items(kit, value) : String(value));
}
