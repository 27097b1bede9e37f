import type { Locale } from '@tactful/protocol';

/** The person's own region of the language the words are in (`en-GB` for English), so that dates and sums look like home. */
export function pickLocale(languages: readonly string[], language: string): Locale {
  return languages.find(tag => tag === language || tag.startsWith(`${language}-`)) ?? language;
}
