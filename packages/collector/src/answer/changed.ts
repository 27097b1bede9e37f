import type { AppContext } from '../AppEnv.ts';

/** What a handler changed, in a few words without secrets. `site` and `action`: other than the route's own. */
export interface Change { readonly detail: string; readonly site?: string; readonly action?: string }

/** Says what the audit log is to tell of this request; with none, that nothing was changed. Unsaid, the log tells the route's action and its path's names. */
export const changed = (c: AppContext, ...changes: readonly Change[]): void => c.set('changes', changes);
