/** A bounded memory: the most recently put stay. Lives as long as the isolate. */
export interface Recent<T> { get(name: string): T | undefined; put(name: string, value: T): T; clear(): void }

export function createRecent<T>(size: number): Recent<T> {
  const held = new Map<string, T>();
  return {
    get: (name) => held.get(name),
    put(name, value) {
      held.delete(name);
      if (held.size >= size) held.delete(held.keys().next().value as string);
      held.set(name, value);
      return value;
    },
    clear: () => held.clear(),
  };
}
