import ar from './words/ar.json';
import en from './words/en.json';
import zh from './words/zh-Hans.json';

export type Words = typeof en;
export const WORDS: Readonly<Record<'en' | 'zh-Hans' | 'ar', Words>> = { en, 'zh-Hans': zh, ar };
export type Language = keyof typeof WORDS;
export const NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hans': '简体中文', ar: 'العربية' };

const isLanguage = (tag: string | null): tag is Language => tag !== null && Object.hasOwn(WORDS, tag);

/** `?lang=`, then what was chosen before, then the browser's first language. */
export function readLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  if (isLanguage(asked)) localStorage.setItem('language', asked);
  const kept = localStorage.getItem('language');
  if (isLanguage(kept)) return kept;
  return navigator.language.startsWith('zh') ? 'zh-Hans' : navigator.language.startsWith('ar') ? 'ar' : 'en';
}
