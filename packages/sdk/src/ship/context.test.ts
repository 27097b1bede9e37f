// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { readLocale } from './context.ts';

it.each([
  ['en', 'en'], ['de-AT', 'de-AT'], ['en_US', 'en-US'], ['EN', 'en'], ['zh_Hant_TW', 'zh-Hant-TW'],
  ['x-default', 'fr'], ['{{lang}}', 'fr'], ['', 'fr'], ['a@b.c', 'fr'],
])('a page that says "%s" is told as %s', (word, expected) => {
  expect(readLocale(word, 'fr')).toBe(expected);
});
