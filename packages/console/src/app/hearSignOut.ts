/** What ties the tabs of one browser: they share the session, so that who signs out in one is signed out in all. */
export interface SignOutLine {
  /** Tells the other tabs. */
  readonly tell: () => void;
  readonly stop: () => void;
}

/** Calls `left` when another tab signs out. */
export function hearSignOut(left: () => void): SignOutLine {
  const channel = new BroadcastChannel('tactful.signout');
  channel.onmessage = left;
  return { tell: () => channel.postMessage(null), stop: () => channel.close() };
}
