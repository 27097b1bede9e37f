import { docs } from '#docs';
import type { AppContext } from '../AppEnv.ts';
import { refuse } from '../answer/refuse.ts';
import { offerStub } from '../offer/offerStub.ts';
import { shardOf } from '../intake/shardOf.ts';
import { VISITOR } from '../intake/VISITOR.ts';
import { eraseVisitor } from '../profile/eraseVisitor.ts';
import { shardStub } from '../shard/shardStub.ts';
import type { Remote } from '../store/Remote.ts';
import type { SiteShard } from '../shard/SiteShard.ts';
import { route, type AnyRoute } from './route.ts';

const shardOfVisitor = (c: AppContext, visitor: string): Remote<SiteShard> => {
  const { id, shards } = c.get('site');
  return shardStub(c.env, id, shardOf(visitor, shards));
};

/** @param told with what servers told of the visitor: not by the device's own token, which may be in other hands */
async function exported(c: AppContext, visitor: string, told: boolean): Promise<Response> {
  const site = c.get('site').id;
  const offers = await c.get('stores').configs.offers(site);
  const [{ sessions, users, joined }, codes] = await Promise.all([
    shardOfVisitor(c, visitor).exportVisitor(visitor),
    Promise.all(offers.map(async (offer) => ({ offer, claim: await offerStub(c.env, site, offer).exportVisitor(visitor) }))),
  ]);
  return c.json({ visitor, sessions, users, ...(told && { joined }), codes: codes.flatMap(({ offer, claim }) => (claim ? [{ offer, ...claim }] : [])) });
}

const erased = async (c: AppContext, visitor: string): Promise<Response> => c.json({ erased: await eraseVisitor(c, visitor, { now: Date.now() }) });

const EXPORT = docs([200, '{ visitor, sessions: Summary[], users, joined?, codes }'] as const);
const ERASE = docs([200, '{ erased }: sessions erased'] as const);
const KEY = docs({ key: 'public site key' });
const named = (c: AppContext): string | undefined => {
  const id = c.req.param('visitor') ?? '';
  return VISITOR.test(id) ? id : undefined;
};

/** Export and erase: by the visitor who holds the token, and by the merchant's server for one who asked the merchant. */
export const visitorRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET', path: '/v1/visitors/me', who: 'visitor',
    docs: docs({ does: 'All that is kept of the visitor who holds the token: merged summaries, codes, and what stands for the users who they were signed as.', query: KEY, answers: EXPORT }),
    handle: (c) => exported(c, c.get('visitor'), false),
  }),
  route({
    method: 'DELETE', path: '/v1/visitors/me', who: 'visitor',
    docs: docs({ does: 'Erases the visitor who holds the token. Sums stay, without a name; what is sent late under the old id is refused.', query: KEY, answers: ERASE }),
    handle: (c) => erased(c, c.get('visitor')),
  }),
  route({
    method: 'GET', path: '/v1/visitors/:visitor', who: 'secret',
    docs: docs({ does: 'The same, for the shop\'s server, and `joined`: conversions of those users that were seen elsewhere, or told by servers.', errors: ['not_found'], answers: EXPORT }),
    handle(c) {
      const visitor = named(c);
      return visitor === undefined ? refuse(c, 'not_found') : exported(c, visitor, true);
    },
  }),
  route({
    method: 'DELETE', path: '/v1/visitors/:visitor', who: 'secret',
    docs: docs({ does: 'Erases, for the shop\'s server.', errors: ['not_found'], answers: ERASE }),
    handle(c) {
      const visitor = named(c);
      return visitor === undefined ? refuse(c, 'not_found') : erased(c, visitor);
    },
  }),
];
