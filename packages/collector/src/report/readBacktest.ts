import { compile, type Backtest, type ConfigSource } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';
import { allShards } from '../shard/allShards.ts';
import { testSessions } from './testSessions.ts';

/** Newest sessions of a site that are looked at, in equal parts from its shards; fewer where a draft has many clauses, as others wait meanwhile; and what they may weigh together. */
const SESSIONS = 4_096, LOOKS = 500_000, BYTES = 8 * 1_024 * 1_024;

/** What stored sessions tell of the campaigns of a draft, whatever status it gives them. */
export async function readBacktest(c: AppContext, source: ConfigSource): Promise<Backtest> {
  const site = c.get('site');
  const campaigns = (source.campaigns ?? []).map((campaign) => ({ ...campaign, status: 'shadow' as const }));
  const { configs } = c.get('stores');
  const learned = await configs.learned(site.id);
  const { device } = compile({ ...source, campaigns }, { siteId: site.id, salt: site.salt, ...(learned && { learned }) });
  const tested = device.campaigns.map(({ id, trigger, conditions }) => ({ id, trigger, ...(conditions && { conditions }) }));
  const clauses = tested.reduce((sum, { trigger }) => sum + trigger.clauses.length + 1, 0);
  const sessions = Math.min(SESSIONS, Math.ceil(LOOKS / Math.max(1, clauses)));
  const [names, told] = await Promise.all([
    configs.names(site.id),
    allShards(c.env, site, (shard) => shard.told({ limit: Math.ceil(sessions / site.shards), bytes: Math.ceil(BYTES / site.shards) })),
  ]);
  return testSessions(told.flat(), tested, { names, model: device.model?.id });
}
