import { docs } from '#docs';
import { changed } from '../../answer/changed.ts';
import { refuse } from '../../answer/refuse.ts';
import { publishConfig } from '../../publish/publishConfig.ts';
import { randomText } from '../../secret/randomText.ts';
import { sha256 } from '../../secret/sha256.ts';
import { route } from '../route.ts';
import { adminBodies, type OriginsBody, type SiteBody } from './adminBodies.ts';

const SHARDS = 16;
/** What a new site serves until its first own publication: sensors, and nothing to show. */
const EMPTY_SOURCE = { v: 1 };
const newSecret = (): string => `sk_${randomText(32)}`;

/** `My shop` → `my-shop`; a name without Latin letters or digits gets a random id. */
const slug = (name: string): string =>
  name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 48) || `site-${randomText(6).toLowerCase().replace(/[^a-z0-9]/g, '0')}`;

export const addSiteRoute = route<SiteBody>({
  method: 'POST', path: '/v1/admin/sites', who: 'deploy', action: 'add_site', body: { as: 'json', ...adminBodies.site },
  docs: docs({ does: 'Makes a site. Its secret key is in this answer and nowhere else.', answers: [201, '{ id, name, key, secret, origins }'], errors: ['conflict'] }),
  async handle(c, { name, origins, id = slug(name), key = `pk_${randomText(16)}`, shards = SHARDS }) {
    const { sites } = c.get('stores');
    const now = Date.now();
    const secret = newSecret();
    const site = { id, name, key, origins, shards, salt: randomText(12) };
    if (!(await sites.create({ ...site, secretHash: await sha256(secret), now }))) return refuse(c, 'conflict', { path: 'id' });
    await publishConfig(c.get('stores'), { site: { ...site, version: 0, hash: '', hooks: [] }, source: EMPTY_SOURCE, by: 'deploy', note: 'site made', now });
    changed(c, { site: id, detail: name }, { site: id, action: 'publish', detail: 'version 1: site made' });
    return c.json({ id, name, key, secret, origins }, 201);
  },
});

export const originsRoute = route<OriginsBody>({
  method: 'PUT', path: '/v1/admin/sites/:site/origins', who: 'owner', action: 'set_origins', body: { as: 'json', ...adminBodies.origins },
  docs: docs({ does: 'Replaces the origins whose pages may send.', answers: [200, '{ id, origins }'] }),
  async handle(c, { origins }) {
    const { id } = c.get('site');
    await c.get('stores').sites.setOrigins(id, origins);
    changed(c, { detail: origins.join(' ') });
    return c.json({ id, origins });
  },
});

export const secretRoute = route({
  method: 'POST', path: '/v1/admin/sites/:site/secret', who: 'owner', action: 'rotate_secret',
  docs: docs({ does: 'Replaces the secret key; the old one is void at once. The new one is in this answer and nowhere else.', answers: [201, '{ id, secret }'] }),
  async handle(c) {
    const secret = newSecret();
    const { id } = c.get('site');
    await c.get('stores').sites.setSecretHash(id, await sha256(secret));
    return c.json({ id, secret }, 201);
  },
});
