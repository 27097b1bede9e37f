import type { MiddlewareHandler } from 'hono';
import type { AppContext, AppEnv } from '../AppEnv.ts';
import { cors } from '../answer/cors.ts';
import { refuse } from '../answer/refuse.ts';
import { addressPrefix } from '../intake/addressPrefix.ts';
import { fnv1a } from '../intake/fnv1a.ts';
import { prefixTag } from '../intake/prefixTag.ts';
import { randomText } from '../secret/randomText.ts';
import { QUOTAS, type Quota } from './QUOTAS.ts';

/** The networks that are this machine: no request comes from them but on a laptop, where everybody does. */
const OWN: readonly (string | undefined)[] = [undefined, '127.0.0', '0:0:0'];

/** Asks Cloudflare's counters, which all instances of one location share. */
const asked = async (limiter: RateLimit, key: string, { seconds }: Quota): Promise<number> => ((await limiter.limit({ key })).success ? 0 : seconds);

/** As the deployment wants it: many times as much for a relay that speaks for many, or less. */
function scaled({ allowed, seconds }: Quota, scale: string | undefined): Pick<Quota, 'allowed' | 'seconds'> {
  const factor = Number(scale);
  return { allowed: factor > 0 && factor < Infinity ? allowed * factor : allowed, seconds };
}

async function waitOfPrefix(c: AppContext): Promise<number> {
  const address = c.req.header('cf-connecting-ip') ?? '';
  const prefix = addressPrefix(address);
  if (OWN.includes(prefix)) return 0;
  const { PREFIX_QUOTA: limiter, SESSION_SECRET: secret, QUOTA_SCALE: scale } = c.env;
  const now = Date.now();
  if (limiter) return asked(limiter, await prefixTag({ address, secret, scope: 'quota', now }), QUOTAS.prefix);
  const memory = c.get('memory');
  // Not while the Worker starts: chance is not to be had then.
  memory.salt ??= randomText(16);
  return memory.prefixes.take(fnv1a(memory.salt + prefix), scaled(QUOTAS.prefix, scale), now);
}

const waitOfKey = (c: AppContext, path: string): Promise<number> | number => {
  const key = c.req.query('key');
  if (!key) return 0;
  const subject = `${path} ${key}`;
  const { KEY_QUOTA: limiter, QUOTA_SCALE: scale } = c.env;
  return limiter ? asked(limiter, subject, QUOTAS.key) : c.get('memory').keys.take(subject, scaled(QUOTAS.key, scale), Date.now());
};

/**
 * Refuses who comes too often, before anything is read: no body, no database. By address prefix first, so that one network can't use up what a
 * site has. Any page may read the answer: it tells nothing of the site, not even whether there is one.
 * @param path the route's, each of which has a quota of its own
 */
export const quota = (path: string): MiddlewareHandler<AppEnv> => async (c, next) => {
  const wait = await waitOfPrefix(c) || await waitOfKey(c, path);
  if (wait === 0) return next();
  cors(c, 'any');
  return refuse(c, 'too_many_requests', { retryAfterSeconds: wait });
};
