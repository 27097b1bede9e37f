import { identityKey } from '../identity/identityKey.ts';
import { userOf } from '../identity/userOf.ts';
import { isSignature, verifyIdentity } from '../identity/verifyIdentity.ts';
import { visitorOf } from '../identity/visitorOf.ts';
import { VISITOR } from '../intake/VISITOR.ts';
import { isSecret } from '../staff/signStaff.ts';
import { bearer } from './bearer.ts';
import type { Guards } from './guard.ts';
import { page } from './openGuards.ts';

/** The token of the visitor who asks. */
export const VISITOR_HEADER = 'tactful-visitor';

/** Of routes for a user whom the site's server signed, on a device that is proved: by the visitor's token, or by the server's own word. */
export const userGuard = {
  async user(c) {
    const failed = await page(c);
    if (failed) return failed;
    const site = c.get('site');
    const secret = c.env.SESSION_SECRET;
    const signature = bearer(c);
    // Before the database is asked for keys: what is no signature costs nothing.
    if (!isSecret(secret) || !isSignature(signature)) return 'bad_identity';
    const active = await c.get('stores').identity.list(site.id);
    const keys = await Promise.all(active.map(({ id }) => identityKey(secret, { site: site.id, id })));
    const identity = await verifyIdentity(signature, { keys, audience: site.key });
    if (!identity) return 'bad_identity';
    const { user, visitor = await visitorOf(c.req.header(VISITOR_HEADER) ?? '') } = identity;
    if (visitor === undefined || !VISITOR.test(visitor)) return 'bad_visitor';
    c.set('user', await userOf(site, user));
    c.set('visitor', visitor);
    return undefined;
  },
} satisfies Guards;
