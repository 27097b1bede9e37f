import type { Caps } from '@tactful/engine';
import type { Scope, Stop } from '../scope.ts';

/** What tabs tell each other. */
export type TabMessage = { readonly denied: true } | { readonly caps: Caps };

export interface Tabs {
  /** To all other tabs of the site. */
  tell(message: TabMessage): void;
  /** Holds a name until the answer is called or the page is left; null when another tab holds it. */
  claim(name: string): Promise<Stop | null>;
}

/**
 * One visitor, several tabs. Channel and locks are given up on `pagehide`: held in the back/forward cache they would cost the
 * host its place there. Without Web Locks (plain http) every claim is granted: storage's transactions still keep the caps.
 */
export function createTabs(scope: Scope, name: string, heard: (message: any) => void): Tabs {
  const held = new Set<Stop>();
  let channel: BroadcastChannel | undefined;
  const open = (): void => {
    channel = channel || new BroadcastChannel(name);
    channel.onmessage = scope.guard(({ data }) => heard(data));
  };
  const close = (): void => {
    held.forEach((release) => release());
    if (channel) channel.close();
    channel = undefined;
  };
  scope.guard(open)();
  scope.track(close);
  scope.listen(window, 'pagehide', close);
  scope.listen(window, 'pageshow', open);
  return {
    tell: (message) => channel && channel.postMessage(message),
    claim: (what) => new Promise((resolve) => {
      const request = async (): Promise<unknown> => navigator.locks.request(name + what, { ifAvailable: true }, (lock) => lock ? new Promise<void>((done) => {
        const release = (): void => {
          held.delete(release);
          done();
        };
        held.add(release);
        resolve(release);
      }) : resolve(null));
      request().catch(() => resolve(() => undefined));
    }),
  };
}
