import type { CampaignReport, Compiled, ConfigSource } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';
import { offerStub } from '../offer/offerStub.ts';
import { allShards } from '../shard/allShards.ts';
import { readFacts } from '../store/readFacts.ts';
import { campaignReports } from './campaignReports.ts';
import { sumCells } from './sumCells.ts';

async function discountsOf(c: AppContext): Promise<Record<string, number>> {
  const site = c.get('site');
  const { offers, currency } = await readFacts(c, site);
  return Object.fromEntries(await Promise.all(Object.entries(offers).map(async ([offer, { mode }]) =>
    [offer, (await offerStub(c.env, site.id, offer).figures({ mode, siteCurrency: currency })).discount] as const)));
}

/** Each campaign of the live configuration, treated against control. */
export async function readCampaigns(c: AppContext): Promise<readonly CampaignReport[]> {
  const site = c.get('site');
  const { configs, pauses } = c.get('stores');
  const [stored, text] = await Promise.all([configs.read(site.id, site.version), configs.compiled(site.id, site.version)]);
  if (!stored || text === null) return [];
  const source = JSON.parse(stored.source) as ConfigSource;
  const { versions } = JSON.parse(text) as Compiled;
  const [cells, discounts, paused] = await Promise.all([allShards(c.env, site, (shard) => shard.totals()), discountsOf(c), pauses.of(site.id)]);
  const standing = new Map(paused.flatMap(({ campaign, lifted, ...pause }) => (lifted ? [] : [[campaign, pause] as const])));
  return campaignReports({ source, versions, sums: sumCells(cells), discounts, pauses: standing });
}
