/** What a case may ask for in place of a value. */
type Special = { readonly $remove?: true; readonly $copy?: string; readonly $json?: string; readonly $deep?: number; readonly $repeat?: readonly [string, number]; readonly $names?: readonly [number, unknown] };

const keysOf = (path: string): (string | number)[] => [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) => (index === undefined ? key as string : Number(index)));

/** The value at a path such as `campaigns[0].id`. */
export function at(value: unknown, path: string): unknown {
  return keysOf(path).reduce<any>((found, key) => found?.[key], value);
}

/**
 * A copy of `base` with the values at the given paths replaced. `$` replaces the whole; `{ $remove }`, `{ $copy: path }`,
 * `{ $json: text }`, `{ $deep: levels }`, `{ $repeat: [path, n] }` and `{ $names: [n, value] }` make what is tedious to write.
 */
export function patched(base: unknown, patch: Readonly<Record<string, unknown>>): unknown {
  if ('$' in patch) return patch.$;
  const copy = structuredClone(base) as any;
  for (const [path, value] of Object.entries(patch)) {
    const keys = keysOf(path);
    const last = keys.pop() as string | number;
    const owner = keys.reduce((found, key) => found[key], copy);
    const special = value as Special | null;
    if (special?.$remove) delete owner[last];
    else owner[last] = made(special, base);
  }
  return copy;
}

function made(value: Special | null, base: unknown): unknown {
  if (value?.$copy !== undefined) return structuredClone(at(base, value.$copy));
  if (value?.$json !== undefined) return JSON.parse(value.$json);
  if (value?.$deep !== undefined) return Array.from({ length: value.$deep }).reduce<unknown>((inner) => ({ a: inner }), 1);
  if (value?.$repeat) return Array.from({ length: value.$repeat[1] }, () => structuredClone(at(base, (value.$repeat as readonly [string, number])[0])));
  if (value?.$names) return Object.fromEntries(Array.from({ length: value.$names[0] }, (_, index) => [`name${index}`, (value.$names as readonly [number, unknown])[1]]));
  return structuredClone(value);
}
