const LETTER = /\p{L}/u;
const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** From which side a text begins: by its first letter, as `dir="auto"` would have it, for elements that do not look into themselves. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  return FROM_RIGHT.test(LETTER.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';
}
