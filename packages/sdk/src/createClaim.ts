import type { Scope, Stop } from './scope.ts';

/** Holds a name until the answer is called or the page is left; null when another tab holds it. */
export type Claim = (name: string) => Promise<Stop | null>;

/**
 * Locks among the tabs of a site. They are given up on `pagehide`: held in the back/forward cache they would cost the host
 * its place there. Without Web Locks (plain http) every claim is granted: storage's transactions still keep the caps.
 */
export function createClaim(scope: Scope, prefix: string): Claim {
  const held = new Set<Stop>();
  scope.listen(window, 'pagehide', () => held.forEach((free) => free()));
  return (name) => new Promise((resolve) => {
    const request = async (): Promise<unknown> => navigator.locks.request(prefix + name, { ifAvailable: true }, (lock) => lock ? new Promise<void>((done) => {
      const end = (): void => {
        held.delete(end);
        done();
      };
      held.add(end);
      // What is granted after all was stopped ends here.
      resolve(scope.track(end));
    }) : resolve(null));
    request().catch(() => resolve(() => undefined));
  });
}
