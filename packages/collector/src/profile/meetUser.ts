import { shardOf } from '../intake/shardOf.ts';
import { shardStub } from '../shard/shardStub.ts';
import type { Site } from '../store/siteStore.ts';
import { applyJoins } from './applyJoins.ts';
import { profileStub } from './profileStub.ts';

/**
 * A visitor is a user: what they met is told to the user's profile, and what that means for the figures to the shards. Again changes nothing.
 * @returns false where the visitor was erased, who is nobody any more
 */
export async function meetUser(env: Env, site: Pick<Site, 'id' | 'shards'>, { visitor, user, now }: { readonly visitor: string; readonly user: string; readonly now: number }): Promise<boolean> {
  const meeting = await shardStub(env, site.id, shardOf(visitor, site.shards)).link(visitor, user);
  if (!meeting) return false;
  await applyJoins(env, site, await profileStub(env, site.id, user).meet(meeting, { site: site.id, now }));
  return true;
}
