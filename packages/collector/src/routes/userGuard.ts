import { identityKey } from '../identity/identityKey.ts';
import { userOf } from '../identity/userOf.ts';
import { verifyIdentity } from '../identity/verifyIdentity.ts';
import { isSecret } from '../staff/signStaff.ts';
import { bearer } from './bearer.ts';
import type { Guards } from './guard.ts';
import { page } from './openGuards.ts';

/** Of routes for a user whom the site's server signed. */
export const userGuard = {
  async user(c) {
    const failed = await page(c);
    if (failed) return failed;
    const site = c.get('site');
    const secret = c.env.SESSION_SECRET;
    if (!isSecret(secret)) return 'bad_identity';
    const active = await c.get('stores').identity.list(site.id);
    const keys = await Promise.all(active.map(({ id }) => identityKey(secret, { site: site.id, id })));
    const user = await verifyIdentity(bearer(c), { keys, audience: site.key });
    if (user === undefined) return 'bad_identity';
    c.set('user', await userOf(site, user));
    return undefined;
  },
} satisfies Guards;
