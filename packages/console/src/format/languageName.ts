/** A language in the reader's own (`zh-Hans`: “Simplified Chinese”), or its tag where it is none that is known. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    // Not a language tag at all: shown as it came.
    return tag;
  }
}
