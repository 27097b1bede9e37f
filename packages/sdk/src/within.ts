import type { Milliseconds } from '@tactful/protocol';
import type { Scope } from './scope.ts';

/** The promise's value, or `undefined` when it rejects or takes longer. */
export function within<T>(scope: Scope, limit: Milliseconds, promise: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const late = scope.after(limit, () => resolve(undefined));
    promise.catch(() => undefined).then((value) => {
      late();
      resolve(value);
    });
  });
}
