import { expect, it } from 'vitest';
import { languageName } from './languageName.ts';

it.each([['en', 'English'], ['zh-Hans', 'Simplified Chinese'], ['ar', 'Arabic'], ['', ''], ['not a tag', 'not a tag']])('calls %j %j', (tag, name) => {
  expect(languageName(tag, 'en-US')).toBe(name);
});
