import { fnv1a } from './fnv1a.ts';

/** The shard that holds a visitor: FNV-1a of the id, modulo `shards`. Never changes for a site. */
export const shardOf = (visitor: string, shards: number): number => fnv1a(visitor) % shards;
