import type { Milliseconds } from '@tactful/protocol';
import type { Scope, Stop } from './scope.ts';

/** Holds a name until the answer is called or the page is left; null when another tab holds it. */
export type Claim = (name: string) => Promise<Stop | null>;

const PATIENCE_MS: Milliseconds = 1_000;

/**
 * Locks among the tabs of a site. They are given up on `pagehide`: held in the back/forward cache they would cost the host
 * its place there. Without Web Locks (plain http), and where they don't answer within a second, every claim is granted: storage's
 * transactions still keep the caps. A lock that comes after that is given back at once.
 */
export function createClaim(scope: Scope, prefix: string): Claim {
  return async (name) => {
    let over: unknown;
    const free = await scope.upTo(PATIENCE_MS, new Promise<Stop | null | undefined>(async (resolve) => {
      try {
        await navigator.locks.request(prefix + name, { ifAvailable: true }, (lock) => over || (lock ? new Promise<void>((done) => {
          const unhear = scope.listen(window, 'pagehide', () => end());
          // What is granted after all was stopped ends here.
          const end = scope.track(() => {
            unhear();
            done();
          });
          resolve(end);
        }) : resolve(null)));
      } catch (_error) {
        // There are none.
      }
      resolve(undefined);
    }));
    over = 1;
    return free === undefined ? () => undefined : free;
  };
}
