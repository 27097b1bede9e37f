import type { ConfigSource, EpochMs } from '@tactful/protocol';
import { publishConfig } from '../publish/publishConfig.ts';
import { sumCells } from '../report/sumCells.ts';
import { allShards } from '../shard/allShards.ts';
import { BEGUN } from '../store/auditStore.ts';
import { createStores } from '../store/createStores.ts';
import type { Pause } from '../store/pauseStore.ts';
import { doubtOf, harmOf } from './harmOf.ts';
import { pauseText } from './pauseText.ts';

/** Who does it, in the list of versions and in the audit log. */
const BY = 'Tactful';

const dayOf = (at: EpochMs): string => new Date(at).toISOString().slice(0, 10);

/**
 * Looks at what the site's live campaigns brought, and pauses those that do harm: publishes a version in which they are, with the reason. Of one that paused itself before and was set live again, only
 * visitors count who were first exposed on a later day. What forged visitors could have done in a day, or what machines muddy, pauses nothing, and the log says so.
 * @throws where somebody published meanwhile, so that it is looked at again
 */
export async function reviewSite(env: Env, id: string, now: EpochMs): Promise<void> {
  const stores = createStores(env.DB);
  const site = await stores.sites.byId(id);
  const stored = site && await stores.configs.read(id, site.version);
  if (!stored) return;
  const source = JSON.parse(stored.source) as ConfigSource;
  const live = (source.campaigns ?? []).filter(({ status }) => status === 'live');
  if (live.length === 0) return;
  const before = new Map((await stores.pauses.of(id)).map(({ campaign, at }) => [campaign, dayOf(at)]));
  const since = (campaign: string): string => before.get(campaign) ?? '';
  const days = [...new Set(live.map(({ id: campaign }) => since(campaign)))];
  const told = await allShards(env, site, (shard) => shard.campaignsAfter(days));
  const sums = new Map(days.map((day, at) => [day, sumCells(told.map((shard) => shard[at]!))]));
  const pauses: Pause[] = [];
  for (const { id: campaign } of live) {
    const harm = harmOf(sums.get(since(campaign))!, campaign);
    const doubt = harm && doubtOf(await allShards(env, site, (shard) => shard.daysAfter(since(campaign), campaign)), campaign);
    if (doubt) console.warn(JSON.stringify({ task: 'review', site: id, campaign, held: doubt }));
    else if (harm) pauses.push({ ...harm, at: now });
  }
  if (pauses.length === 0) return;

  const paused = new Set(pauses.map(({ campaign }) => campaign));
  const campaigns = (source.campaigns ?? []).map((row) => (paused.has(row.id) ? { ...row, status: 'paused' as const } : row));
  const note = pauses.map(pauseText).join('; ');
  const entry = { at: now, by: BY, role: '' as const, site: id, action: 'self_pause' };
  const begun = await stores.audit.begin({ ...entry, detail: `${BEGUN}${note}` });
  const published = await publishConfig(stores, { site, source: { ...source, campaigns }, by: BY, note, now, pauses });
  await stores.audit.settle(begun, published.kind === 'published' ? pauses.map((pause) => ({ ...entry, detail: `version ${published.document.version}: ${pauseText(pause)}` })) : []);
  if (published.kind === 'conflict') throw new Error(`review of ${id}: published meanwhile`);
  // What stood before rules became stricter: a person has to mend it.
  if (published.kind === 'invalid') console.error(JSON.stringify({ task: 'review', site: id, note, issues: published.issues.slice(0, 3) }));
}
