import { harm } from '@tactful/learner';
import type { ConfigSource, EpochMs } from '@tactful/protocol';
import { publishConfig } from '../publish/publishConfig.ts';
import { compareArms } from '../report/compareArms.ts';
import { sumCells, type Sums } from '../report/sumCells.ts';
import { tallyOf } from '../report/valuesOf.ts';
import { allShards } from '../shard/allShards.ts';
import { BEGUN } from '../store/auditStore.ts';
import { createStores } from '../store/createStores.ts';
import type { Pause } from '../store/pauseStore.ts';
import { pauseText } from './pauseText.ts';

/** Who does it, in the list of versions and in the audit log. */
const BY = 'Tactful';

const dayOf = (at: EpochMs): string => new Date(at).toISOString().slice(0, 10);

/** Why a campaign should pause itself; undefined where nothing says so, or where its groups are not as they were drawn. */
function judge(sums: Sums, campaign: string, now: EpochMs): Pause | undefined {
  const measures = (arm: string) => tallyOf(sums.measures({ kind: 'campaign', subject: campaign, arm }));
  const { lift, draw } = compareArms(measures('treatment'), measures('control'));
  const measure = harm(lift);
  return measure === null || draw?.mismatch ? undefined : { campaign, at: now, measure, ...lift[measure]! };
}

/**
 * Looks at what the site's live campaigns brought, and pauses those that do harm: publishes a version in which they are, with the reason. Of one that paused itself before and was set live again, only
 * visitors count who were first exposed on a later day.
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
  const groups = Map.groupBy(live, ({ id: campaign }) => before.get(campaign) ?? '');
  const pauses = (await Promise.all([...groups].map(async ([day, campaigns]) => {
    const sums = sumCells(await allShards(env, site, (shard) => shard.campaignsAfter(day)));
    return campaigns.flatMap(({ id: campaign }) => judge(sums, campaign, now) ?? []);
  }))).flat();
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
