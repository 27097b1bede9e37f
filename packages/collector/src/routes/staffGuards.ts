import { isAtLeast, ROLES, type Role } from '@tactful/protocol';
import { getCookie } from 'hono/cookie';
import type { AppContext, Caller } from '../AppEnv.ts';
import { sameText } from '../secret/sameText.ts';
import { consoleOrigin } from '../staff/consoleOrigin.ts';
import { isSecret, verifyStaff, type StaffClaims } from '../staff/signStaff.ts';
import { staffCookie } from '../staff/staffCookie.ts';
import { accessTerms, verifyAccess } from '../staff/verifyAccess.ts';
import { bearer } from './bearer.ts';
import type { Guard, Guards } from './guard.ts';

const ownOrigin = (c: AppContext): boolean => c.req.header('origin') === consoleOrigin(c.env.CONSOLE_ORIGIN, c.req.url);

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

/** Of routes that staff and the command line call. */
export const staffGuards = {
  same_origin: async (c) => (ownOrigin(c) ? undefined : 'forbidden'),
  staff,
  ...(Object.fromEntries((Object.keys(ROLES) as Role[]).map((role) => [role, siteStaff(role)])) as Record<Role, Guard>),
  async deploy(c) {
    const failed = await staff(c);
    return failed ?? (c.get('caller').kind === 'deploy' ? undefined : 'forbidden');
  },
} satisfies Guards;
