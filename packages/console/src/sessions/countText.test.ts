import { COMMERCE_EVENTS, COUNT_MEANINGS, COUNTS } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { createFormat } from '../format/createFormat.ts';
import { EN } from '../words/en.ts';
import { countText, isEvent } from './countText.ts';

const format = createFormat({ locale: 'en-US', currency: 'EUR' });

it('prints times and shares as such, and counts bare', () => {
  expect(['product_ms', 'wait_ms', 'scroll_percent', 'cart_views'].map((name) => countText(name, 18_632, format))).toEqual(['19 sec', '19 sec', '18,632.0%', '18,632']);
});

it('takes as events those of GA4 and no counter of ours, which all have a word and a unit', () => {
  expect(Object.keys(COUNTS).filter(isEvent)).toEqual(Object.keys(COMMERCE_EVENTS));
  for (const [name, meaning] of Object.entries(COUNT_MEANINGS)) {
    expect(isEvent(name) || Object.hasOwn(EN, `count.${name}`), name).toBe(true);
    if (/\bin ms\b/.test(meaning)) expect(countText(name, 90_000, format), name).toBe('1 min 30 sec');
  }
});
