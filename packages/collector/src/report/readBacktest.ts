import { boundsOf, sumBacktests } from '@tactful/learner';
import { compile, type Backtest, type ConfigSource } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';
import { allShards } from '../shard/allShards.ts';

/** Newest sessions of each shard that are looked at: some 20 ms of a shard's time. */
const SESSIONS_PER_SHARD = 500;

/** What stored sessions tell of the campaigns of a draft, whatever status it gives them. */
export async function readBacktest(c: AppContext, source: ConfigSource): Promise<Backtest> {
  const site = c.get('site');
  const campaigns = (source.campaigns ?? []).map((campaign) => ({ ...campaign, status: 'shadow' as const }));
  const { device } = compile({ ...source, campaigns }, { siteId: site.id, salt: site.salt });
  const tested = device.campaigns.map(({ id, trigger, conditions }) => ({ id, trigger, ...(conditions && { conditions }) }));
  const names = await c.get('stores').configs.names(site.id);
  const shards = await allShards(c.env, site, (shard) => shard.backtest({ campaigns: tested, names, limit: SESSIONS_PER_SHARD }));
  const counts = sumBacktests(shards.map((shard) => shard.counts));
  const total = (name: 'sessions' | 'skipped'): number => shards.reduce((sum, shard) => sum + shard[name], 0);
  const since = Math.min(...shards.map((shard) => shard.since ?? Infinity));
  return {
    sessions: total('sessions'), skipped: total('skipped'), ...(since < Infinity && { since }),
    campaigns: tested.map(({ id }, index) => {
      const { clauses, trigger, conditions, both } = counts[index]!;
      return { id, clauses: clauses.map(boundsOf), trigger: boundsOf(trigger), conditions: boundsOf(conditions), both: boundsOf(both) };
    }),
  };
}
