import type { Role, StaffSession } from '@tactful/protocol';
import { docs } from '#docs';
import type { AppContext } from '../../AppEnv.ts';
import { refuse } from '../../answer/refuse.ts';
import { hashPassword } from '../../staff/hashPassword.ts';
import { isSecret, signStaff } from '../../staff/signStaff.ts';
import { sameText } from '../../secret/sameText.ts';
import { staffCookie } from '../../staff/staffCookie.ts';
import { createThrottle } from '../../staff/createThrottle.ts';
import { adminBodies, type LoginBody } from './adminBodies.ts';
import { route } from '../route.ts';

/** A salt for accounts that do not exist, so that both answers take one hash's time. */
const NOBODY = { salt: 'AAAAAAAAAAAAAAAAAAAAAA==', iterations: 100_000, hash: '' };

async function sessionOf(c: AppContext, email: string, roles: ReadonlyMap<string, Role> | 'all'): Promise<StaffSession> {
  const sites = (await c.get('stores').sites.all()).flatMap(({ id, name, key, currency }) => {
    const role = roles === 'all' ? 'owner' : roles.get(id);
    return role ? [{ id, name, role, key, ...(currency === undefined ? {} : { currency }) }] : [];
  });
  return { email, sites };
}

export const loginRoute = route<LoginBody>({
  method: 'POST', path: '/v1/admin/login', who: 'same_origin', body: { as: 'json', ...adminBodies.login },
  docs: docs({ does: 'Signs staff in: sets the cookie `__Host-tactful` for 12 hours.', answers: [200, 'StaffSession'], errors: ['bad_credentials', 'too_many_requests'] }),
  async handle(c, { email: typed, password }) {
    const { staff, audit } = c.get('stores');
    if (!isSecret(c.env.SESSION_SECRET)) throw new Error('SESSION_SECRET is missing or shorter than 32 characters');
    const email = typed.trim().toLowerCase();
    const now = Date.now();
    const throttle = await createThrottle(staff, { email, address: c.req.header('cf-connecting-ip') ?? '', secret: c.env.SESSION_SECRET, now });
    const entered = await throttle.enter();
    if (entered === 'closed') return refuse(c, 'too_many_requests', { retryAfterSeconds: throttle.retryAfterSeconds });
    const member = await staff.find(email);
    const { hash } = await hashPassword(password, member ?? NOBODY);
    if (!member || !(await sameText(hash, member.hash))) {
      // Behind the answer, which takes as long for an account that is none.
      if (entered === 'last') c.executionCtx.waitUntil(Promise.all([...member?.roles.keys() ?? []].map((site) => audit.write({ at: now, by: email, role: '', site, action: 'lock_sign_in', detail: `for ${throttle.retryAfterSeconds} s` }))));
      return refuse(c, 'bad_credentials');
    }
    await throttle.pass();
    staffCookie.write(c, await signStaff(c.env.SESSION_SECRET, email, Math.floor(now / 1_000)));
    await audit.write({ at: now, by: email, role: '', site: null, action: 'sign_in', detail: '' });
    return c.json(await sessionOf(c, email, member.roles));
  },
});

export const logoutRoute = route({
  method: 'POST', path: '/v1/admin/logout', who: 'staff', action: 'sign_out',
  docs: docs({ does: 'Ends the session, here and for whoever copied its cookie.', answers: [200, '{}'] }),
  async handle(c) {
    const caller = c.get('caller');
    if (caller.kind === 'staff') await c.get('stores').staff.signOut(caller.sessionId, caller.expiresAt, Math.floor(Date.now() / 1_000));
    staffCookie.clear(c);
    return c.json({});
  },
});

export const meRoute = route({
  method: 'GET', path: '/v1/admin/me', who: 'staff',
  docs: docs({ does: 'Who is signed in, their sites, and what they are to each.', answers: [200, 'StaffSession'] }),
  async handle(c) {
    const caller = c.get('caller');
    return c.json(caller.kind === 'staff' ? await sessionOf(c, caller.email, caller.roles) : await sessionOf(c, 'deploy', 'all'));
  },
});
