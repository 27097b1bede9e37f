import { isAtLeast, ROLES, type ErrorCode, type Role } from '@tactful/protocol';
import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { AppContext, AppEnv, Caller } from '../AppEnv.ts';
import { cors } from '../answer/cors.ts';
import { refuse } from '../answer/refuse.ts';
import { identityKey } from '../identity/identityKey.ts';
import { userOf } from '../identity/userOf.ts';
import { verifyIdentity } from '../identity/verifyIdentity.ts';
import { consoleOrigin } from '../staff/consoleOrigin.ts';
import { accessTerms, verifyAccess } from '../staff/verifyAccess.ts';
import { isSecret, verifyStaff, type StaffClaims } from '../staff/signStaff.ts';
import { sameText } from '../secret/sameText.ts';
import { sha256 } from '../secret/sha256.ts';
import { readSite } from '../store/readSite.ts';
import { staffCookie } from '../staff/staffCookie.ts';
import type { Who } from './WHO.ts';

/** Lets a caller pass (`undefined`) or names the error. */
type Guard = (c: AppContext) => Promise<ErrorCode | undefined>;

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const VISITOR_CHARS = 22;

const bearer = (c: AppContext): string => /^Bearer ([\w.~+/-]+=*)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
const ownOrigin = (c: AppContext): boolean => c.req.header('origin') === consoleOrigin(c.env.CONSOLE_ORIGIN, c.req.url);

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

const page: Guard = async (c) => {
  const failed = await keyed(c);
  if (failed) return failed;
  // A foreign origin learns nothing: no header lets it read the answer.
  if (!c.get('site').origins.includes(c.req.header('origin') ?? '')) return 'origin_not_allowed';
  cors(c, 'echo');
  return undefined;
};

async function ownClaims(c: AppContext): Promise<StaffClaims | undefined> {
  const cookie = staffCookie.read(c);
  return cookie && isSecret(c.env.SESSION_SECRET) ? verifyStaff(c.env.SESSION_SECRET, cookie) : undefined;
}

/** What Cloudflare Access says, where it is set up: its header on the paths that it stands before, its cookie on the others. */
async function accessClaims(c: AppContext): Promise<StaffClaims | undefined> {
  const terms = accessTerms(c.env.ACCESS_TEAM, c.env.ACCESS_AUD);
  const token = terms && (c.req.header('cf-access-jwt-assertion') ?? getCookie(c, 'CF_Authorization'));
  return token ? verifyAccess(terms, token, c.get('memory').keySets) : undefined;
}

/** The deploy token, or a session that is signed, here or by Access, not signed out, and newer than the account's last change. */
async function callerOf(c: AppContext): Promise<Caller | undefined> {
  const token = bearer(c);
  if (token) return isSecret(c.env.DEPLOY_TOKEN) && await sameText(token, c.env.DEPLOY_TOKEN) ? { kind: 'deploy' } : undefined;
  const claims = await ownClaims(c) ?? await accessClaims(c);
  if (!claims) return undefined;
  const { staff } = c.get('stores');
  const [member, signedOut] = await Promise.all([staff.find(claims.email), staff.signedOut(claims.id)]);
  if (!member || signedOut || claims.issuedAt < member.notBefore) return undefined;
  return { kind: 'staff', email: member.email, roles: member.roles, sessionId: claims.id, expiresAt: claims.expiresAt };
}

const staff: Guard = async (c) => {
  const caller = await callerOf(c);
  if (!caller) return 'not_signed_in';
  if (caller.kind === 'staff' && c.req.method !== 'GET' && !ownOrigin(c)) return 'forbidden';
  c.set('caller', caller);
  return undefined;
};

const siteStaff = (least: Role): Guard => async (c) => {
  const failed = await staff(c);
  if (failed) return failed;
  const caller = c.get('caller');
  const id = c.req.param('site') ?? '';
  // The tenant comes from the session: another's site is as absent as one that never was.
  const role = caller.kind === 'staff' ? caller.roles.get(id) : 'deploy';
  if (role === undefined) return 'forbidden';
  if (role !== 'deploy' && !isAtLeast(role, least)) return 'role_too_low';
  const site = await c.get('stores').sites.byId(id);
  if (!site) return 'not_found';
  c.set('site', site);
  c.set('role', role);
  return undefined;
};

const GUARDS: Readonly<Record<Who, Guard>> = {
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
    const token = bearer(c);
    if (!TOKEN.test(token)) return 'bad_visitor';
    c.set('visitor', (await sha256(token)).slice(0, VISITOR_CHARS));
    return undefined;
  },
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
  async secret(c) {
    const key = bearer(c);
    const site = key.startsWith('sk_') ? await c.get('stores').sites.bySecretHash(await sha256(key)) : null;
    if (!site) return 'bad_secret';
    c.set('site', site);
    return undefined;
  },
  same_origin: async (c) => (ownOrigin(c) ? undefined : 'forbidden'),
  staff,
  ...(Object.fromEntries((Object.keys(ROLES) as Role[]).map((role) => [role, siteStaff(role)])) as Record<Role, Guard>),
  async deploy(c) {
    const failed = await staff(c);
    return failed ?? (c.get('caller').kind === 'deploy' ? undefined : 'forbidden');
  },
};

/** The guard of a route as middleware. */
export const guard = (who: Who): MiddlewareHandler<AppEnv> => async (c, next) => {
  const failed = await GUARDS[who](c);
  return failed ? refuse(c, failed) : next();
};
