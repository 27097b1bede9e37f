import { shardOf } from '../intake/shardOf.ts';
import { shardStub } from '../shard/shardStub.ts';
import type { Site } from '../store/siteStore.ts';
import { applyJoins } from './applyJoins.ts';
import { profileStub } from './profileStub.ts';

/**
 * A visitor is a user: what they met is told to the user's profile, and what that means for the figures to the shards. Again changes nothing.
 * @returns false where the visitor was erased, or is one more than can be joined: nobody's, and no summary says otherwise
 */
export async function meetUser(env: Env, site: Pick<Site, 'id' | 'shards'>, { visitor, user, now }: { readonly visitor: string; readonly user: string; readonly now: number }): Promise<boolean> {
  const meeting = await shardStub(env, site.id, shardOf(visitor, site.shards)).link(visitor, user, { site: site.id, now });
  if (!meeting) return false;
  const joins = await profileStub(env, site.id, user).meet(meeting, { site: site.id, now });
  if (!joins) return false;
  await applyJoins(env, site, joins);
  return true;
}
