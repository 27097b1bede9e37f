import type { EpochMs } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';
import { shardOf } from '../intake/shardOf.ts';
import { offerStub } from '../offer/offerStub.ts';
import { shardStub } from '../shard/shardStub.ts';
import { profileStub } from './profileStub.ts';

/**
 * Erases a visitor of the request's site wherever they are known: sessions, codes, and what they brought to the users who they were. Who is barred first can become nobody's user
 * while that goes on, and what a request under way tells of them later is refused by the users' profiles.
 * @param of the user who is being erased, if that is why: their profile lists the visitor until nothing is left, so that whoever asks again finds whom else to erase
 * @returns how many sessions
 */
export async function eraseVisitor(c: AppContext, visitor: string, { now, of }: { readonly now: EpochMs; readonly of?: string }): Promise<number> {
  const { id: site, shards } = c.get('site');
  const forgetIn = (user: string): Promise<void> => profileStub(c.env, site, user).forget(visitor, { site, now });
  const shard = shardStub(c.env, site, shardOf(visitor, shards));
  const [offers, users] = await Promise.all([c.get('stores').configs.offers(site), shard.bar(visitor, now)]);
  // The shard last: until it has erased, it knows whom else to tell.
  await Promise.all([...offers.map((offer) => offerStub(c.env, site, offer).forget(visitor)), ...users.filter((user) => user !== of).map(forgetIn)]);
  const erased = await shard.eraseVisitor(visitor, { site, now });
  if (of !== undefined) await forgetIn(of);
  return erased;
}
