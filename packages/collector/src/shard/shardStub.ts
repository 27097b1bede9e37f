import type { Remote } from '../store/Remote.ts';
import type { SiteShard } from './SiteShard.ts';

/** One shard of a site. Its name is fixed by site and number, so nothing is ever moved. */
export function shardStub(env: Env, site: string, shard: number): Remote<SiteShard> {
  return env.SHARD.get(env.SHARD.idFromName(`${site}/${shard}`)) as unknown as Remote<SiteShard>;
}
