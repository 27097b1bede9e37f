const KEY = 'tactful.inside';

/** Who was signed in in this tab and did not sign out, so that after a reload a session that ended can be told from none. */
export function readLastInside(storage: Storage): string | undefined {
  try { return storage.getItem(KEY) ?? undefined; } catch { return undefined; }
}

/** Keeps who came in; with nobody, forgets. @returns whether storage is open. */
export function keepLastInside(storage: Storage, email?: string): boolean {
  try {
    if (email === undefined) storage.removeItem(KEY);
    else storage.setItem(KEY, email);
    return true;
  } catch {
    return false;
  }
}
