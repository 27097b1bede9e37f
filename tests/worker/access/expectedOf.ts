import { ROLES, type ErrorCode, type Role } from '@tactful/protocol';
import type { AnyRoute } from '../../../packages/collector/src/routes/route.ts';
import type { Caller } from './callers.ts';
import type { SiteName } from './makeWorld.ts';

/**
 * The least role by what a route of a site is about, whatever the route says of itself: the first that fits. A route to come is under
 * these too; one that is meant to ask for less needs a line of its own here.
 */
const LEAST: readonly (readonly [RegExp, Role])[] = [
  [/\/(origins|secret|retention|identity|webhooks|staff|audit)\b/, 'owner'],
  [/\/requests\b/, 'agent'],
  [/^(?!GET )/, 'editor'],
  [/^GET /, 'viewer'],
];
/** Who may call what is the staff's and of no site. */
const OF_NO_SITE: Readonly<Record<string, 'same_origin' | 'staff'>> = { '/v1/admin/login': 'same_origin', '/v1/admin/logout': 'staff', '/v1/admin/me': 'staff' };
const RANKS = Object.keys(ROLES);

export const leastOf = ({ method, path }: AnyRoute): Role => LEAST.find(([pattern]) => pattern.test(`${method} ${path}`))![1];

/** Codes by which a guard turns a caller away; whoever passes gets another answer. */
export const TURNED_AWAY: ReadonlySet<string> = new Set<ErrorCode>(['bad_key', 'origin_not_allowed', 'bad_visitor', 'bad_identity', 'bad_secret', 'not_signed_in', 'forbidden', 'role_too_low']);

function ofStaff(row: AnyRoute, caller: Caller, { site, own }: { readonly site: SiteName; readonly own: string }): ErrorCode | undefined {
  const kind = row.path.includes('/:site') ? 'site' : OF_NO_SITE[row.path] ?? 'deploy';
  if (kind === 'same_origin') return caller.origin === own ? undefined : 'forbidden';
  if (caller.deploy) return undefined;
  if (!caller.roles) return 'not_signed_in';
  if (row.method !== 'GET' && caller.origin !== own) return 'forbidden';
  if (kind === 'staff') return undefined;
  const role = caller.roles[site];
  if (kind === 'deploy' || !role) return 'forbidden';
  return RANKS.indexOf(role) < RANKS.indexOf(leastOf(row)) ? 'role_too_low' : undefined;
}

/** How a caller is to be turned away from a route; undefined where they may pass. @throws for a route that is for somebody this does not know. */
export function expectedOf(row: AnyRoute, caller: Caller, at: { readonly site: SiteName; readonly own: string }): ErrorCode | undefined {
  if (row.path.startsWith('/v1/admin')) return ofStaff(row, caller, at);
  const page = !caller.key ? 'bad_key' : caller.page === caller.key ? undefined : 'origin_not_allowed';
  switch (row.who) {
    case 'anyone': return undefined;
    case 'site': return caller.key ? undefined : 'bad_key';
    case 'page': return page;
    case 'visitor': return page ?? (caller.token ? undefined : 'bad_visitor');
    case 'user': return page ?? (caller.signed ? undefined : 'bad_identity');
    case 'secret': return caller.secret ? undefined : 'bad_secret';
    default: throw new Error(`${row.method} ${row.path} is for ${row.who}, whom the matrix does not know`);
  }
}
