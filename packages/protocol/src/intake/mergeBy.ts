/** The union of a list by key: those that share one are combined; earlier ones first, then by key. */
export function mergeBy<T>(items: readonly T[], keyOf: (item: T) => string, combine: (a: T, b: T) => T): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) {
    const kept = byKey.get(keyOf(item));
    byKey.set(keyOf(item), kept === undefined ? item : combine(kept, item));
  }
  const at = (item: T): number => (item as { readonly at?: number }).at ?? 0;
  return [...byKey.values()].sort((a, b) => at(a) - at(b) || (keyOf(a) < keyOf(b) ? -1 : 1));
}
