import { EN, type WordKey } from './en.ts';

const FORMS: Readonly<Record<string, string>> = { 0: 'zero', 1: 'one' };

/**
 * One of the console's phrases with its places filled in.
 * With `n` among the places and a row `<key>.one` or `<key>.zero`, the row that the number picks.
 */
export function word(key: WordKey, places: Readonly<Record<string, string | number>> = {}): string {
  const form = FORMS[String(places['n'])];
  const own = form ? (EN as Readonly<Record<string, string>>)[`${key}.${form}`] : undefined;
  return (own ?? EN[key]).replace(/\{(\w+)\}/g, (whole, name: string) => String(places[name] ?? whole));
}
