import type { ErrorCode, Role } from '@tactful/protocol';
import type { Context } from 'hono';
import type { ArchiveNote } from './archive/askForBlocks.ts';
import type { Change } from './answer/changed.ts';
import type { Memory } from './store/createMemory.ts';
import type { Site } from './store/siteStore.ts';
import type { Stores } from './store/createStores.ts';

/** Who is calling, once the route's guard let them pass. */
export type Caller =
  | { readonly kind: 'staff'; readonly email: string; readonly roles: ReadonlyMap<string, Role>; readonly sessionId: string; readonly expiresAt: number }
  | { readonly kind: 'deploy' };

/** Bindings that a deployment may add to `wrangler.toml`; without one, what it is for is off or done otherwise, and `/v1/health` says so. */
export interface OptionalBindings {
  /** Cloudflare's rate limiting, shared by the instances of a location; otherwise each counts by itself. */
  readonly KEY_QUOTA?: RateLimit;
  readonly PREFIX_QUOTA?: RateLimit;
  /** Workers Analytics Engine: a data point for each request; otherwise there are none. */
  readonly ANALYTICS?: AnalyticsEngineDataset;
  /** The archive and the queue that it is written through; both, or there is none. */
  readonly ARCHIVE?: R2Bucket;
  readonly ARCHIVE_QUEUE?: Queue<ArchiveNote>;
  /** Only for tests: see `judgeUrl`. */
  readonly WEBHOOK_TEST_ORIGIN?: string;
}

/**
 * What middleware leaves for handlers. `site`, `caller`, `visitor` and `user` (what stands for them at the edge) are there when the route's `who` says so; `role`, too: what the caller is
 * to `site`. `changes`: what a handler says that it changed. `route`: method and path as the table has them; `refused`: the error that was answered.
 */
export interface AppEnv {
  readonly Bindings: Env & OptionalBindings;
  readonly Variables: { requestId: string; memory: Memory; stores: Stores; site: Site; caller: Caller; role: Role | 'deploy'; visitor: string; user: string; changes: readonly Change[]; route: string; refused: ErrorCode };
}

export type AppContext = Context<AppEnv>;
