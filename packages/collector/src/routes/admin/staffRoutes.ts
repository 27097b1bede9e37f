import { LIMITS } from '@tactful/protocol';
import { docs } from '#docs';
import type { AppContext } from '../../AppEnv.ts';
import { changed } from '../../answer/changed.ts';
import { refuse } from '../../answer/refuse.ts';
import { hashPassword } from '../../staff/hashPassword.ts';
import { judgeGrant } from '../../staff/judgeGrant.ts';
import { route } from '../route.ts';
import { adminBodies, EMAIL, type MemberBody, type StaffBody } from './adminBodies.ts';

const fold = (email: string): string => email.trim().toLowerCase();
/** The `:email` of the path. */
const named = (c: AppContext): string => fold(c.req.param('email') ?? '');
/** Nobody changes what they are themselves, so a site keeps the owner who acts. */
const isOneself = (c: AppContext, email: string): boolean => {
  const caller = c.get('caller');
  return caller.kind === 'staff' && caller.email === email;
};

export const addStaffRoute = route<StaffBody>({
  method: 'POST', path: '/v1/admin/staff', who: 'deploy', action: 'set_staff', body: { as: 'json', ...adminBodies.staff },
  docs: docs({ does: 'Makes a staff account, or sets its password, its sites and its role on them anew.', answers: [201, '{ email, role, sites }'], errors: ['not_found'] }),
  async handle(c, { email: typed, password, sites, role = 'owner' }) {
    const stores = c.get('stores');
    const known = await Promise.all(sites.map((id) => stores.sites.byId(id)));
    if (known.includes(null)) return refuse(c, 'not_found', { path: `sites[${known.indexOf(null)}]` });
    const email = fold(typed);
    const before = await stores.staff.find(email);
    await stores.staff.put({ email, ...(await hashPassword(password)), sites, role, now: Date.now() });
    const left = [...before?.roles.keys() ?? []].filter((site) => !sites.includes(site));
    changed(c, ...sites.map((site) => ({ site, detail: `${email}: ${role}` })), ...left.map((site) => ({ site, action: 'remove_staff', detail: email })));
    return c.json({ email, role, sites }, 201);
  },
});

export const staffRoute = route({
  method: 'GET', path: '/v1/admin/sites/:site/staff', who: 'owner',
  docs: docs({ does: 'Who may work on the site, and as what.', answers: [200, 'SiteMember[]'] }),
  handle: async (c) => c.json(await c.get('stores').staff.ofSite(c.get('site').id)),
});

export const grantRoute = route<MemberBody>({
  method: 'PUT', path: '/v1/admin/sites/:site/staff/:email', who: 'owner', action: 'set_staff', body: { as: 'json', ...adminBodies.member },
  docs: docs({
    does: 'Gives an account a role on the site. One that is not there yet is made with the password given; a password of one that is there is set anew only while every site of it is the caller’s own. `conflict`: oneself, or an account of others’ sites.',
    answers: [200, 'SiteMember'], errors: ['conflict'],
  }),
  async handle(c, { role, password }) {
    const { staff } = c.get('stores');
    const email = named(c), site = c.get('site').id, caller = c.get('caller');
    if (!EMAIL.test(email) || email.length > LIMITS.emailChars) return refuse(c, 'invalid', { path: 'email' });
    if (isOneself(c, email)) return refuse(c, 'conflict', { path: 'email' });
    const owned = caller.kind === 'deploy' ? 'all' : [...caller.roles].filter(([, own]) => own === 'owner').map(([id]) => id);
    const refusal = judgeGrant({ account: await staff.find(email), site, owned, withPassword: password !== undefined });
    if (refusal) return refuse(c, ...refusal);
    const hash = password === undefined ? undefined : await hashPassword(password);
    // What was read may have changed since: the statement itself asks again.
    if (!await staff.grant({ email, site, role, password: hash, owned, now: Date.now() })) return refuse(c, 'conflict', { path: 'email' });
    changed(c, { detail: `${email}: ${role}${hash ? ', with a new password' : ''}` });
    return c.json({ email, role });
  },
});

export const removeRoute = route({
  method: 'DELETE', path: '/v1/admin/sites/:site/staff/:email', who: 'owner', action: 'remove_staff',
  docs: docs({ does: 'Takes an account off the site, at once; it stays on its others. `conflict`: oneself.', answers: [200, '{}'], errors: ['not_found', 'conflict'] }),
  async handle(c) {
    const email = named(c);
    if (isOneself(c, email)) return refuse(c, 'conflict', { path: 'email' });
    return await c.get('stores').staff.remove(email, c.get('site').id) ? c.json({}) : refuse(c, 'not_found');
  },
});
