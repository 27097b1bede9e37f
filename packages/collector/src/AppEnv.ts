import type { Context } from 'hono';
import type { Memory } from './store/createMemory.ts';
import type { Site } from './store/siteStore.ts';
import type { Stores } from './store/createStores.ts';

/** Who is calling, once the route's guard let them pass. */
export type Caller =
  | { readonly kind: 'staff'; readonly email: string; readonly sites: readonly string[]; readonly sessionId: string; readonly expiresAt: number }
  | { readonly kind: 'deploy' };

/** What middleware leaves for handlers. `site`, `caller` and `visitor` are there when the route's `who` says so. */
export interface AppEnv {
  readonly Bindings: Env;
  readonly Variables: { requestId: string; memory: Memory; stores: Stores; site: Site; caller: Caller; visitor: string };
}

export type AppContext = Context<AppEnv>;
