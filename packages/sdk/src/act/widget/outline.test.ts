// @vitest-environment happy-dom
import { TEXTS } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { createKit } from './createKit.ts';
import { outline } from './outline.ts';
import type { WidgetHost } from '../view.ts';

const kit = createKit({ document, locale: 'en', texts: TEXTS.en, listen: () => () => {} } as unknown as WidgetHost, () => {});
const lines = (value: unknown) => [...outline(kit, value, 'x').querySelectorAll('li')].filter((one) => !one.querySelector('ul')).map((one) => one.textContent);

it('writes every leaf, spans in seconds, times as dates', () => {
  expect(lines({ activeMs: 74_250, pages: { checkout: { views: 1200 } }, user: null, empty: {}, tried: ['a', 'b'], trace: [[5, 3], [6, 1]], ok: false })).toEqual([
    'active 74.3 sec', 'views 1,200', 'user –', 'empty –', 'tried a · b', 'trace 5,3 · 6,1', 'ok false',
  ]);
  expect(lines({ startedAt: 0 })[0]).toMatch(/^started .*19(70|69)/);
});
it('goes into lists of things', () => expect(lines({ exposures: [{ id: 'x', arm: 'control' }] })).toEqual(['id x', 'arm control']));
it('writes markup as text', () => {
  const drawn = outline(kit, { '<img src=x onerror=alert(1)>': '<b>hi</b>' }, 'x');
  expect(drawn.querySelector('img')).toBeNull();
  expect(drawn.textContent).toContain('<b>hi</b>');
});
