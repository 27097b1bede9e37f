import { expect, it } from 'vitest';
import { direction } from './direction.ts';

it.each([
  ['en', 'ltr'], ['zh-Hans', 'ltr'], ['ar', 'rtl'], ['ar-EG', 'rtl'], ['he-IL', 'rtl'], ['fa', 'rtl'], ['ur-PK', 'rtl'],
  ['ks-Arab', 'rtl'], ['ar-Latn', 'ltr'], ['arn', 'ltr'], ['hebrew', 'ltr'], ['', 'ltr'],
])('%s reads %s', (locale, expected) => expect(direction(locale)).toBe(expected));
