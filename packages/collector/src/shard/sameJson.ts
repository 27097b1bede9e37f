/** Are two JSON values the same, whatever the order of their keys? */
export function sameJson(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [mine, its] = [a, b].map((value) => Object.entries(value).filter(([, item]) => item !== undefined)) as [[string, unknown][], [string, unknown][]];
  return Array.isArray(a) === Array.isArray(b) && mine.length === its.length
    && mine.every(([key, item]) => Object.hasOwn(b, key) && sameJson(item, (b as Record<string, unknown>)[key]));
}
