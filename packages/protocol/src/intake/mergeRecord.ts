/** Records key by key: what only one has is kept, what both have is combined. */
export function mergeRecord<T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>, combine: (x: T, y: T) => T): Record<string, T> {
  const out = new Map<string, T>(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    const kept = out.get(key);
    out.set(key, kept === undefined ? value : combine(kept, value));
  }
  return Object.fromEntries(out);
}
