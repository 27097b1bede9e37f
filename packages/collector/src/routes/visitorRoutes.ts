import { offerStub } from '../offer/offerStub.ts';
import { shardOf } from '../intake/shardOf.ts';
import { shardStub } from '../shard/shardStub.ts';
import type { AppContext } from '../AppEnv.ts';
import { route } from './route.ts';

const shardOfVisitor = (c: AppContext) => {
  const { id, shards } = c.get('site');
  return shardStub(c.env, id, shardOf(c.get('visitor'), shards));
};

export const exportRoute = route({
  method: 'GET', path: '/v1/visitors/me', who: 'visitor', does: 'All that is kept of the visitor who holds the token: merged summaries and codes.',
  query: { key: 'public site key' }, answers: [200, '{ visitor, sessions: Summary[], codes }'],
  async handle(c) {
    const visitor = c.get('visitor');
    const site = c.get('site').id;
    const offers = await c.get('stores').configs.offers(site);
    const [sessions, codes] = await Promise.all([
      shardOfVisitor(c).exportVisitor(visitor),
      Promise.all(offers.map(async (offer) => ({ offer, claim: await offerStub(c.env, site, offer).exportVisitor(visitor) }))),
    ]);
    return c.json({ visitor, sessions, codes: codes.flatMap(({ offer, claim }) => (claim ? [{ offer, ...claim }] : [])) });
  },
});

export const eraseRoute = route({
  method: 'DELETE', path: '/v1/visitors/me', who: 'visitor',
  does: 'Erases the visitor who holds the token. Sums stay, without a name; what is sent late under the old id is refused.',
  query: { key: 'public site key' }, answers: [200, '{ erased }: sessions erased'],
  async handle(c) {
    const visitor = c.get('visitor');
    const site = c.get('site').id;
    const offers = await c.get('stores').configs.offers(site);
    const [erased] = await Promise.all([
      shardOfVisitor(c).eraseVisitor(visitor, Date.now()),
      ...offers.map((offer) => offerStub(c.env, site, offer).forget(visitor)),
    ]);
    return c.json({ erased });
  },
});
