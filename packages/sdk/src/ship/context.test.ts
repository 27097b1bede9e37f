// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { readLocale, readOrigin } from './context.ts';

it.each([
  ['en', 'en'], ['de-AT', 'de-AT'], ['en_US', 'en-US'], ['EN', 'en'], ['zh_Hant_TW', 'zh-Hant-TW'],
  ['x-default', 'fr'], ['{{lang}}', 'fr'], ['', 'fr'], ['a@b.c', 'fr'],
])('a page that says "%s" is told as %s', (word, expected) => {
  expect(readLocale(word, 'fr')).toBe(expected);
});

it.each([
  ['https://www.google.co.uk/', 'search'], ['https://bing.com/search', 'search'], ['https://m.baidu.com/', 'search'], ['https://bingo-shop.example/', 'other'], ['https://notgoogle.example/', 'other'],
  ['https://m.facebook.com/', 'social'], ['https://x.com/', 'social'], ['https://t.co/abc', 'social'], ['https://foox.com/', 'other'], ['https://t.company.example/', 'other'], ['', 'direct'],
])('whoever comes from "%s" comes from %s', (address, expected) => {
  vi.spyOn(Document.prototype, 'referrer', 'get').mockReturnValue(address);
  expect(readOrigin().referrer).toBe(expected);
});
