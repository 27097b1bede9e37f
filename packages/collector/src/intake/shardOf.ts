/** The shard that holds a visitor: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) of the id, modulo `shards`. Never changes for a site. */
export function shardOf(visitor: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < visitor.length; i++) hash = Math.imul(hash ^ visitor.charCodeAt(i), 0x01000193) >>> 0;
  return hash % shards;
}
