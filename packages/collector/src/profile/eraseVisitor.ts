import type { EpochMs } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';
import { shardOf } from '../intake/shardOf.ts';
import { offerStub } from '../offer/offerStub.ts';
import { shardStub } from '../shard/shardStub.ts';
import { profileStub } from './profileStub.ts';

/**
 * Erases a visitor of the request's site wherever they are known: sessions, codes, and what they brought to the users who they were. Who is barred first can become nobody's user
 * while that goes on, and what a request under way tells of them later is refused by the users' profiles. @returns how many sessions
 */
export async function eraseVisitor(c: AppContext, visitor: string, now: EpochMs): Promise<number> {
  const { id: site, shards } = c.get('site');
  const shard = shardStub(c.env, site, shardOf(visitor, shards));
  const [offers, users] = await Promise.all([c.get('stores').configs.offers(site), shard.bar(visitor, now)]);
  // The shard last: until it has erased, it knows whom else to tell.
  await Promise.all([...offers.map((offer) => offerStub(c.env, site, offer).forget(visitor)), ...users.map((user) => profileStub(c.env, site, user).forget(visitor, { site, now }))]);
  return shard.eraseVisitor(visitor, { site, now });
}
