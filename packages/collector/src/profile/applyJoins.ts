import { shardOf } from '../intake/shardOf.ts';
import { shardStub } from '../shard/shardStub.ts';
import type { Site } from '../store/siteStore.ts';
import type { Join } from './ProfileRows.ts';

/** Carries out what shards have to know; until it has, nothing is acknowledged, and again changes nothing. */
export async function applyJoins(env: Env, { id, shards }: Pick<Site, 'id' | 'shards'>, joins: readonly Join[]): Promise<void> {
  await Promise.all(joins.map((join) => shardStub(env, id, shardOf(join.visitor, shards)).join(join)));
}
