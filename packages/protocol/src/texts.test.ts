import { describe, expect, it } from 'vitest';
import { TEXTS } from './texts.ts';

const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe.each(Object.entries(TEXTS))('the words in %s', (locale, words) => {
  it('has every key, none empty', () => {
    expect(Object.keys(words)).toEqual(Object.keys(TEXTS.en));
    expect(Object.values(words).filter((text) => !text.trim())).toEqual([]);
  });
  it('keeps the slots of the English text', () => {
    const differing = Object.entries(TEXTS.en).filter(([key, text]) => String(slots(words[key as keyof typeof words])) !== String(slots(text)));
    expect(differing).toEqual([]);
  });
  it('is written in its own script', () => {
    const script = { en: /^[\x20-\x7e…]+$/, 'zh-Hans': /\p{Script=Han}/u, 'zh-Hant': /\p{Script=Han}/u, ar: /\p{Script=Arabic}/u }[locale] as RegExp;
    expect(Object.values(words).filter((text) => !script.test(text))).toEqual([]);
  });
  it('punctuates as its script does', () => {
    if (locale.startsWith('zh')) expect(Object.values(words).join('')).not.toMatch(/[,?()]/);
    if (locale === 'ar') expect(Object.values(words).join('')).not.toMatch(/[,?;]/);
  });
});
