import { EN, type WordKey } from './en.ts';

/**
 * One of the console's phrases with its places filled in.
 * With `n` among the places and a row `<key>.one`, the row that the language's plural rule picks.
 */
export function word(key: WordKey, places: Readonly<Record<string, string | number>> = {}): string {
  const one = places['n'] === 1 || places['n'] === '1' ? (EN as Readonly<Record<string, string>>)[`${key}.one`] : undefined;
  return (one ?? EN[key]).replace(/\{(\w+)\}/g, (whole, name: string) => String(places[name] ?? whole));
}
