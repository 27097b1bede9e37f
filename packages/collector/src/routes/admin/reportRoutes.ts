import type { Compiled, ConfigSource } from '@tactful/protocol';
import type { AppContext } from '../../AppEnv.ts';
import { refuse } from '../../answer/refuse.ts';
import { offerStub } from '../../offer/offerStub.ts';
import { byLastChange } from '../../report/byLastChange.ts';
import { campaignReports } from '../../report/campaignReports.ts';
import { overviewOf } from '../../report/overviewOf.ts';
import { sumCells } from '../../report/sumCells.ts';
import { allShards } from '../../shard/allShards.ts';
import { readFacts } from '../../store/readFacts.ts';
import { route } from '../route.ts';

const LISTED = 100, MOST = 500;

export const overviewRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/overview', who: 'viewer', does: 'What happens now and happened today.', answers: [200, 'Overview'],
  async handle(c) {
    const now = Date.now();
    return c.json(overviewOf(await allShards(c.env, c.get('site'), (shard) => shard.overview(now)), now));
  },
});

async function discountsOf(c: AppContext): Promise<Record<string, number>> {
  const site = c.get('site');
  const { offers, currency } = await readFacts(c, site);
  return Object.fromEntries(await Promise.all(Object.entries(offers).map(async ([offer, { mode }]) =>
    [offer, (await offerStub(c.env, site.id, offer).figures({ mode, siteCurrency: currency })).discount] as const)));
}

export const campaignsRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/campaigns', who: 'viewer', does: 'Each campaign of the live configuration, treated against control.', answers: [200, 'CampaignReport[]'],
  async handle(c) {
    const site = c.get('site');
    const { configs } = c.get('stores');
    const [stored, text] = await Promise.all([configs.read(site.id, site.version), configs.compiled(site.id, site.version)]);
    if (!stored || text === null) return c.json([]);
    const source = JSON.parse(stored.source) as ConfigSource;
    const { versions } = JSON.parse(text) as Compiled;
    const [cells, discounts] = await Promise.all([allShards(c.env, site, (shard) => shard.totals()), discountsOf(c)]);
    return c.json(campaignReports({ source, versions, sums: sumCells(cells), discounts }));
  },
});

export const sessionsRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/sessions', who: 'viewer', does: 'Sessions by their last change, newest first; an empty page is the end.',
  query: { after: '`at` and `session` of the last row of the page before, as `<at>:<session>`', limit: `sessions to a page, 1 to ${MOST}; default ${LISTED}` },
  answers: [200, 'SessionRow[]'], errors: ['invalid'],
  async handle(c) {
    const [, at, session = ''] = /^(\d{1,15}):(.{1,64})$/.exec(c.req.query('after') ?? '') ?? [];
    if (at === undefined && c.req.query('after') !== undefined) return refuse(c, 'invalid', { path: 'after' });
    const limit = Math.min(MOST, Math.max(1, Math.floor(Number(c.req.query('limit') ?? LISTED)) || LISTED));
    const place = at === undefined ? undefined : { at: Number(at), session };
    const rows = await allShards(c.env, c.get('site'), (shard) => shard.sessions(limit, place));
    return c.json(rows.flat().sort(byLastChange).slice(0, limit));
  },
});

export const sessionRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/sessions/:session', who: 'viewer', does: "One session's merged summary, its parts and its exposures.",
  answers: [200, 'SessionDetail'], errors: ['not_found'],
  async handle(c) {
    const id = c.req.param('session') ?? '';
    const found = (await allShards(c.env, c.get('site'), (shard) => shard.session(id))).find((detail) => detail !== null);
    return found ? c.json(found) : refuse(c, 'not_found');
  },
});

export const recountRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/recount', who: 'viewer', does: 'Counts all rows anew and compares with the rollups: `differences`, each with what is kept and what was counted. `unmerged`: sessions that are not the merge of their parts. Both are empty when all agrees.',
  answers: [200, '{ shards, sessions, cells, differences, unmerged }'],
  async handle(c) {
    const shards = await allShards(c.env, c.get('site'), (shard) => shard.recount());
    const sum = (pick: (shard: (typeof shards)[number]) => number): number => shards.reduce((total, shard) => total + pick(shard), 0);
    return c.json({
      shards: shards.length, sessions: sum(({ sessions }) => sessions), cells: sum(({ cells }) => cells),
      differences: shards.flatMap(({ differences }, shard) => differences.map((difference) => ({ shard, ...difference }))),
      unmerged: shards.flatMap(({ unmerged }) => unmerged),
    });
  },
});

export const auditRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/audit', who: 'owner', does: 'Who changed what, and what they were to the site then; newest first.', answers: [200, 'AuditEntry[]'],
  handle: async (c) => c.json(await c.get('stores').audit.list(c.get('site').id)),
});
