import { docs } from '#docs';
import { refuse } from '../../answer/refuse.ts';
import { readCampaigns } from '../../report/readCampaigns.ts';
import { readOverview } from '../../report/readOverview.ts';
import { readSession, readSessions } from '../../report/readSessions.ts';
import { readThresholds } from '../../report/readThresholds.ts';
import { allShards } from '../../shard/allShards.ts';
import { route } from '../route.ts';

const LISTED = 100, MOST = 500;

export const overviewRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/overview', who: 'viewer',
  docs: docs({ does: 'What happens now and happened today.', answers: [200, 'Overview'] }),
  handle: async (c) => c.json(await readOverview(c)),
});

export const campaignsRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/campaigns', who: 'viewer',
  docs: docs({ does: 'Each campaign of the live configuration, treated against control.', answers: [200, 'CampaignReport[]'] }),
  handle: async (c) => c.json(await readCampaigns(c)),
});

export const thresholdsRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/campaigns/:campaign/thresholds', who: 'viewer',
  docs: docs({ does: 'Whether its threshold of `price_doubt` or `struggle` is better higher, by outcomes.', answers: [200, 'ThresholdReport[]'], errors: ['not_found'] }),
  async handle(c) {
    const found = await readThresholds(c, c.req.param('campaign')!);
    return found ? c.json(found) : refuse(c, 'not_found');
  },
});

export const sessionsRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/sessions', who: 'viewer',
  docs: docs({
    does: 'Sessions by their last change, newest first; an empty page is the end.',
    query: { after: '`at` and `session` of the last row of the page before, as `<at>:<session>`', limit: `sessions to a page, 1 to ${MOST}; default ${LISTED}` },
    answers: [200, 'SessionRow[]'], errors: ['invalid'],
  }),
  async handle(c) {
    const [, at, session = ''] = /^(\d{1,15}):(.{1,64})$/.exec(c.req.query('after') ?? '') ?? [];
    if (at === undefined && c.req.query('after') !== undefined) return refuse(c, 'invalid', { path: 'after' });
    const limit = Math.min(MOST, Math.max(1, Math.floor(Number(c.req.query('limit') ?? LISTED)) || LISTED));
    const place = at === undefined ? undefined : { at: Number(at), session };
    return c.json(await readSessions(c, limit, place));
  },
});

export const sessionRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/sessions/:session', who: 'viewer',
  docs: docs({ does: "One session's merged summary, its parts, its exposures, and what was learned of the model that scored it.", answers: [200, 'SessionDetail'], errors: ['not_found'] }),
  async handle(c) {
    const found = await readSession(c);
    return found ? c.json(found) : refuse(c, 'not_found');
  },
});

export const recountRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/recount', who: 'viewer',
  docs: docs({
    does: 'Counts all rows anew and compares with the rollups: `differences`, and `unmerged`, sessions that are not the merge of their parts; both empty where all agrees.',
    answers: [200, '{ shards, sessions, cells, differences, unmerged }'],
  }),
  async handle(c) {
    const shards = await allShards(c.env, c.get('site'), async (shard) => {
      for (;;) {
        const counted = await shard.recount();
        if (counted) return counted;
      }
    });
    const sum = (pick: (shard: (typeof shards)[number]) => number): number => shards.reduce((total, shard) => total + pick(shard), 0);
    return c.json({
      shards: shards.length, sessions: sum(({ sessions }) => sessions), cells: sum(({ cells }) => cells),
      differences: shards.flatMap(({ differences }, shard) => differences.map((difference) => ({ shard, ...difference }))),
      unmerged: shards.flatMap(({ unmerged }) => unmerged),
    });
  },
});

export const auditRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/audit', who: 'owner',
  docs: docs({ does: 'Who changed what, and what they were to the site then; newest first.', answers: [200, 'AuditEntry[]'] }),
  handle: async (c) => c.json(await c.get('stores').audit.list(c.get('site').id)),
});
