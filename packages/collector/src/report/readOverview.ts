import type { Overview } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';
import { allShards } from '../shard/allShards.ts';
import { overviewOf } from './overviewOf.ts';

/** What happens on the site now, and happened today. */
export async function readOverview(c: AppContext): Promise<Overview> {
  const now = Date.now();
  return overviewOf(await allShards(c.env, c.get('site'), (shard) => shard.overview(now)), now);
}
