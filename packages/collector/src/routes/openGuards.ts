import type { ErrorCode } from '@tactful/protocol';
import type { AppContext } from '../AppEnv.ts';
import { cors } from '../answer/cors.ts';
import { visitorOf } from '../identity/visitorOf.ts';
import { sha256 } from '../secret/sha256.ts';
import { readSite } from '../store/readSite.ts';
import { bearer } from './bearer.ts';
import type { Guard, Guards } from './guard.ts';

/** Finds the site of `?key=`; sets no permission. */
async function keyed(c: AppContext): Promise<ErrorCode | undefined> {
  const key = c.req.query('key') ?? '';
  const site = key ? await readSite(c, key) : null;
  if (!site) {
    cors(c, 'any');
    return 'bad_key';
  }
  c.set('site', site);
  return undefined;
}

export const page: Guard = async (c) => {
  const failed = await keyed(c);
  if (failed) return failed;
  // A foreign origin learns nothing: no header lets it read the answer.
  if (!c.get('site').origins.includes(c.req.header('origin') ?? '')) return 'origin_not_allowed';
  cors(c, 'echo');
  return undefined;
};

/** Of routes that pages and shops call, by keys. */
export const openGuards = {
  anyone: async () => undefined,
  async site(c) {
    const failed = await keyed(c);
    if (!failed) cors(c, 'any');
    return failed;
  },
  page,
  async visitor(c) {
    const failed = await page(c);
    if (failed) return failed;
    const visitor = await visitorOf(bearer(c));
    if (visitor === undefined) return 'bad_visitor';
    c.set('visitor', visitor);
    return undefined;
  },
  async secret(c) {
    const key = bearer(c);
    const site = key.startsWith('sk_') ? await c.get('stores').sites.bySecretHash(await sha256(key)) : null;
    if (!site) return 'bad_secret';
    c.set('site', site);
    return undefined;
  },
} satisfies Guards;
