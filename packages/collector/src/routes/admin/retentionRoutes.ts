import { LIMITS, type Retention } from '@tactful/protocol';
import { docs } from '#docs';
import { changed } from '../../answer/changed.ts';
import { deskStub } from '../../desk/deskStub.ts';
import { allShards } from '../../shard/allShards.ts';
import { route } from '../route.ts';
import { adminBodies } from './adminBodies.ts';

export const retentionRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/retention', who: 'owner',
  docs: docs({ does: 'For how many days the rows of sessions and requests are kept.', answers: [200, 'Retention'] }),
  handle: async (c) => c.json({ days: await c.get('stores').sites.retention(c.get('site').id) ?? LIMITS.retentionDays } satisfies Retention),
});

export const setRetentionRoute = route<Retention>({
  method: 'PUT', path: '/v1/admin/sites/:site/retention', who: 'owner', action: 'set_retention', body: { as: 'json', ...adminBodies.retention },
  docs: docs({
    does: `Sets it, ${LIMITS.retentionDaysLeast} to ${LIMITS.retentionDaysMost}. What is older is removed at once, and from then on day by day: it can't be brought back. Sums of reports stay.`,
    answers: [200, 'Retention'],
  }),
  async handle(c, { days }) {
    const site = c.get('site'), now = Date.now();
    await c.get('stores').sites.setRetention(site.id, days);
    await Promise.all([allShards(c.env, site, (shard) => shard.retire(site.id, now)), deskStub(c.env, site.id).retire(site.id, now)]);
    changed(c, { detail: `${days} days` });
    return c.json({ days } satisfies Retention);
  },
});
