import type { Caps } from '@tactful/engine';
import type { Scope } from '../scope.ts';
import type { Consent } from './consent.ts';

/** What tabs tell each other. `said`: by the host or the visitor, so that no manager is heard any more. */
export type TabMessage = { readonly consent: Consent; readonly said: boolean } | { readonly reset: true } | { readonly caps: Caps };

export interface Tabs {
  /** To all other tabs of the site. */
  tell(message: TabMessage): void;
}

/** One visitor, several tabs. The channel is given up on `pagehide`: held in the back/forward cache it would cost the host its place there. */
export function createTabs(scope: Scope, name: string, heard: (message: any) => void): Tabs {
  let channel: BroadcastChannel | undefined;
  const open = (): void => {
    channel = channel || new BroadcastChannel(name);
    channel.onmessage = scope.guard(({ data }) => heard(data));
  };
  const close = (): void => {
    channel = channel && channel.close() as undefined;
  };
  scope.guard(open)();
  scope.track(close);
  scope.listen(window, 'pagehide', close);
  scope.listen(window, 'pageshow', open);
  // What the page broke here keeps nothing from going on.
  return { tell: scope.guard((message) => channel && channel.postMessage(message)) };
}
