import { docs } from '#docs';
import { changed } from '../../answer/changed.ts';
import { refuse } from '../../answer/refuse.ts';
import { identityKey } from '../../identity/identityKey.ts';
import { randomText } from '../../secret/randomText.ts';
import { route, type AnyRoute } from '../route.ts';

/** Keys by which the shop's servers sign who a user is: two at a time, so that one follows the other without anybody signed out. */
export const identityRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET', path: '/v1/admin/sites/:site/identity', who: 'owner',
    docs: docs({ does: 'The active identity keys by their ids, the oldest first; not what they read.', answers: [200, 'IdentityKey[]'] }),
    handle: async (c) => c.json(await c.get('stores').identity.list(c.get('site').id)),
  }),
  route({
    method: 'POST', path: '/v1/admin/sites/:site/identity', who: 'owner', action: 'add_identity_key',
    docs: docs({
      does: 'Makes an identity key. What it reads is in this answer and nowhere else. `conflict`: two are active; take one away first.',
      answers: [201, '{ id, at, key }'], errors: ['conflict'],
    }),
    async handle(c) {
      const { id: site } = c.get('site');
      const id = randomText(6), now = Date.now();
      if (!await c.get('stores').identity.add(site, { id, now })) return refuse(c, 'conflict');
      changed(c, { detail: id });
      return c.json({ id, at: now, key: await identityKey(c.env.SESSION_SECRET, { site, id }) }, 201);
    },
  }),
  route({
    method: 'DELETE', path: '/v1/admin/sites/:site/identity/:identity', who: 'owner', action: 'remove_identity_key',
    docs: docs({ does: 'Voids an identity key, at once.', answers: [200, '{}'], errors: ['not_found'] }),
    handle: async (c) => (await c.get('stores').identity.remove(c.get('site').id, c.req.param('identity') ?? '') ? c.json({}) : refuse(c, 'not_found')),
  }),
];
