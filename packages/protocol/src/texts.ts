import { ar } from './texts/ar.ts';
import { en } from './texts/en.ts';
import { zhHans } from './texts/zhHans.ts';
import { zhHant } from './texts/zhHant.ts';

/** One of the widget's own words. `{n}`, `{time}` and `{contact}` stand for what the widget fills in. */
export type TextKey = keyof typeof en;

/** The widget's words in one locale; a locale that misses one does not compile. */
export type Words = Readonly<Record<TextKey, string>>;

/** Locales that Tactful itself speaks. */
export type TextLocale = 'en' | 'zh-Hans' | 'zh-Hant' | 'ar';

/** The widget's own words. A configuration carries those of one locale; a site may replace any of them. */
export const TEXTS: Readonly<Record<TextLocale, Words>> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant, ar };
