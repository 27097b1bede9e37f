import type { Remote } from '../store/Remote.ts';
import type { Site } from '../store/siteStore.ts';
import type { SiteShard } from './SiteShard.ts';
import { shardStub } from './shardStub.ts';

/** Asks every shard of a site at once. */
export function allShards<T>(env: Env, { id, shards }: Site, ask: (shard: Remote<SiteShard>) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: shards }, (_, shard) => ask(shardStub(env, id, shard))));
}
