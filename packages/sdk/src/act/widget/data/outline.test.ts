// @vitest-environment happy-dom
import { COUNTS, SHIPPED_FEATURES, TEXTS } from '@tactful/protocol';
import { describe, expect, it } from 'vitest';
import { createKit } from '../createKit.ts';
import { dataWords } from './dataWords.ts';
import { outline } from './outline.ts';
import type { WidgetHost } from '../../view.ts';

const kit = createKit({ document, locale: 'en', texts: TEXTS.en, listen: () => () => {} } as unknown as WidgetHost, { say() {}, dress() {} });
const lines = (value: unknown) => [...outline(kit, value, 'x').querySelectorAll('li')].filter((one) => !one.querySelector('ul')).map((one) => one.textContent);

it('writes every leaf, spans in seconds, times as dates', () => {
  expect(lines({ activeMs: 74_250, pages: { checkout: { views: 1200 } }, user: null, empty: {}, tried: ['a', 'b'], trace: [[5, 3], [6, 1]], ok: false, price_ms: 900 })).toEqual([
    'active 74.3 sec', 'views 1,200', 'user –', 'empty –', 'tried a · b', 'trace 5,3 · 6,1', 'ok false', 'price 0.9 sec',
  ]);
  expect(lines({ startedAt: 0 })[0]).toMatch(/^started .*19(70|69)/);
});
it('goes into lists of things', () => expect(lines({ exposures: [{ id: 'x', arm: 'control' }] })).toEqual(['id x', 'arm control']));
it('writes markup as text', () => {
  const drawn = outline(kit, { '<img src=x onerror=alert(1)>': '<b>hi</b>' }, 'x');
  expect(drawn.querySelector('img')).toBeNull();
  expect(drawn.textContent).toContain('<b>hi</b>');
});
describe('in the reader’s language', () => {
  const said = (locale: string, value: unknown) => {
    const drawn = outline(createKit({ document, locale, texts: TEXTS.en, listen: () => () => {} } as unknown as WidgetHost, { say() {}, dress() {} }), value, 'x');
    return [drawn.dir, ...[...drawn.querySelectorAll('li')].filter((one) => !one.querySelector('ul')).map((one) => one.textContent)];
  };
  const DATA = { context: { device: 'phone' }, features: { 'cart.idle_seconds': 3, 'user.tier': 1 }, cart: { idleMs: 1_000 }, signals: { 'read-shipping': { longestRun: 2 } } };
  it.each([
    ['zh-CN', ['ltr', '设备 手机', '购物车 · 闲置秒数 3', 'user.tier 1', '闲置时间 1秒', '最长连续次数 2']],
    ['zh-TW', ['ltr', '裝置 手機', '購物車 · 閒置秒數 3', 'user.tier 1', '閒置時間 1 秒', '最長連續次數 2']],
    ['ar-u-nu-latn', ['rtl', 'الجهاز هاتف', 'السلة · ثواني الخمول 3', 'user.tier 1', 'وقت الخمول 1 ث', 'أطول تتابع 2']],
    ['de', ['ltr', 'device phone', 'cart.idle seconds 3', 'user.tier 1', 'idle 1 Sek.', 'longest run 2']],
  ])('%s', (locale, lines) => expect(said(locale, DATA)).toEqual(lines));
  it('has a word for every name that a session of today holds, in every language', () => {
    /** Names of all that is held; a table of rules is asked for its names alone. */
    const own = (value: unknown): string[] => value == COUNTS ? Object.keys(COUNTS) : Array.isArray(value) ? value.flatMap(own) : value && typeof value == 'object'
      ? Object.entries(value).flatMap(([name, item]) => [name, ...own(item)]) : [];
    const names = own({ session: '', visitor: '', user: '', seq: 0, bot: 0, context: { device: '', locale: '', referrer: '' }, config: '', model: '', startedAt: 0, durationMs: 0,
      activeMs: 0, pages: { views: 0, episodes: 0 }, counts: COUNTS,
      signals: { count: 0, longestRun: 0 }, cart: { stage: '', value: 0, currency: '', items: 0, idleMs: 0, revisits: 0 }, features: SHIPPED_FEATURES, snapshots: [{ at: 0 }], gates: { conditions: 1, frequency: 1, group: 1, typing: 1, paying: 1, covered: 1 },
      exposures: [{ id: '', campaign: '', version: 0, variant: '', arm: '', outcome: '', reason: '', helped: '', trace: 0 }], goals: [{ event: '' }], loss: {}, tried: '' });
    for (const locale of ['zh-Hans', 'zh-Hant', 'ar']) {
      const spoken = dataWords(locale);
      const plain = names.flatMap((name) => name.replace(/(Ms|At)$/, '').replace(/_|(?=[A-Z])/g, ' ').toLowerCase().split('.'));
      expect([...new Set(plain.filter((word) => !spoken(word)))]).toEqual([]);
    }
  });
});
