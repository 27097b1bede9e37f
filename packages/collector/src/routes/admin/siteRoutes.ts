import { refuse } from '../../answer/refuse.ts';
import { publishConfig } from '../../publish/publishConfig.ts';
import { hashPassword } from '../../staff/hashPassword.ts';
import { randomText } from '../../secret/randomText.ts';
import { sha256 } from '../../secret/sha256.ts';
import { route } from '../route.ts';
import { adminBodies, type OriginsBody, type SiteBody, type StaffBody } from './adminBodies.ts';

const SHARDS = 16;
/** What a new site serves until its first own publication: sensors, and nothing to show. */
const EMPTY_SOURCE = { v: 1 };
const newSecret = (): string => `sk_${randomText(32)}`;

/** `My shop` → `my-shop`; a name without Latin letters or digits gets a random id. */
const slug = (name: string): string =>
  name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 48) || `site-${randomText(6).toLowerCase().replace(/[^a-z0-9]/g, '0')}`;

export const addSiteRoute = route<SiteBody>({
  method: 'POST', path: '/v1/admin/sites', who: 'deploy', does: 'Makes a site. Its secret key is in this answer and nowhere else.',
  body: { as: 'json', ...adminBodies.site }, answers: [201, '{ id, name, key, secret, origins }'], errors: ['conflict'],
  async handle(c, { name, origins, id = slug(name), key = `pk_${randomText(16)}`, shards = SHARDS }) {
    const { sites, audit } = c.get('stores');
    const now = Date.now();
    const secret = newSecret();
    const site = { id, name, key, origins, shards, salt: randomText(12) };
    if (!(await sites.create({ ...site, secretHash: await sha256(secret), now }))) return refuse(c, 'conflict', { path: 'id' });
    await audit.write({ at: now, by: 'deploy', site: id, action: 'add_site', detail: name });
    await publishConfig(c.get('stores'), { site: { ...site, version: 0, hash: '' }, source: EMPTY_SOURCE, by: 'deploy', note: 'site made', now });
    return c.json({ id, name, key, secret, origins }, 201);
  },
});

export const originsRoute = route<OriginsBody>({
  method: 'PUT', path: '/v1/admin/sites/:site/origins', who: 'site_staff', does: 'Replaces the origins whose pages may send.',
  body: { as: 'json', ...adminBodies.origins }, answers: [200, '{ id, origins }'],
  async handle(c, { origins }) {
    const { sites, audit } = c.get('stores');
    const { id } = c.get('site');
    const caller = c.get('caller');
    await sites.setOrigins(id, origins);
    await audit.write({ at: Date.now(), by: caller.kind === 'staff' ? caller.email : 'deploy', site: id, action: 'set_origins', detail: origins.join(' ').slice(0, 500) });
    return c.json({ id, origins });
  },
});

export const secretRoute = route({
  method: 'POST', path: '/v1/admin/sites/:site/secret', who: 'deploy', does: 'Replaces the secret key; the old one is void at once.', answers: [201, '{ id, secret }'],
  async handle(c) {
    const secret = newSecret();
    const site = c.get('stores').sites;
    const id = c.req.param('site') ?? '';
    if (!(await site.byId(id))) return refuse(c, 'not_found');
    await site.setSecretHash(id, await sha256(secret));
    await c.get('stores').audit.write({ at: Date.now(), by: 'deploy', site: id, action: 'rotate_secret', detail: '' });
    return c.json({ id, secret }, 201);
  },
});

export const addStaffRoute = route<StaffBody>({
  method: 'POST', path: '/v1/admin/staff', who: 'deploy', does: 'Makes a staff account, or sets its password and its sites anew.',
  body: { as: 'json', ...adminBodies.staff }, answers: [201, '{ email, sites }'], errors: ['not_found'],
  async handle(c, { email: typed, password, sites }) {
    const stores = c.get('stores');
    const known = await Promise.all(sites.map((id) => stores.sites.byId(id)));
    if (known.includes(null)) return refuse(c, 'not_found', { path: `sites[${known.indexOf(null)}]` });
    const email = typed.trim().toLowerCase();
    const now = Date.now();
    await stores.staff.put({ email, ...(await hashPassword(password)), sites, now });
    await stores.audit.write({ at: now, by: 'deploy', site: null, action: 'set_staff', detail: email });
    return c.json({ email, sites }, 201);
  },
});
