import { userSchema } from '@tactful/protocol';
import * as v from 'valibot';
import { docs } from '#docs';
import type { AppContext } from '../AppEnv.ts';
import { refuse } from '../answer/refuse.ts';
import { deskStub } from '../desk/deskStub.ts';
import { userOf } from '../identity/userOf.ts';
import { eraseVisitor } from '../profile/eraseVisitor.ts';
import { profileStub } from '../profile/profileStub.ts';
import { route, type AnyRoute } from './route.ts';

async function named(c: AppContext): Promise<string | undefined> {
  const user = c.req.param('user') ?? '';
  return v.is(userSchema, user) ? userOf(c.get('site'), user) : undefined;
}

/** Export and erase of a user, for the shop that knows who they are. */
export const userRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET', path: '/v1/users/:user', who: 'secret',
    docs: docs({
      does: 'All that is kept of a user, by the shop’s own id: their visitors (each has an export of its own), attributes, what they met and what they bought.',
      answers: [200, '{ user, visitors, attributes, exposures, goals }'], errors: ['not_found'],
    }),
    async handle(c) {
      const user = await named(c);
      if (user === undefined) return refuse(c, 'not_found');
      const profile = profileStub(c.env, c.get('site').id, user);
      const [rows, visitors] = await Promise.all([profile.read(), profile.visitors()]);
      return c.json({ user, visitors, ...rows });
    },
  }),
  route({
    method: 'DELETE', path: '/v1/users/:user', who: 'secret',
    docs: docs({
      does: 'Erases a user and every visitor who was signed as them. Sums stay, without a name; events of before are refused (`erased`).',
      answers: [200, '{ erased, visitors }: sessions and visitors erased'], errors: ['not_found'],
    }),
    async handle(c) {
      const user = await named(c);
      if (user === undefined) return refuse(c, 'not_found');
      const now = Date.now(), { id: site } = c.get('site');
      const profile = profileStub(c.env, site, user);
      const visitors = await profile.visitors();
      const erased = await Promise.all(visitors.map((visitor) => eraseVisitor(c, visitor, { now, of: user })));
      await Promise.all([profile.erase({ site, now }), deskStub(c.env, site).forgetUser(user)]);
      return c.json({ erased: erased.reduce((sum, n) => sum + n, 0), visitors: visitors.length });
    },
  }),
];
