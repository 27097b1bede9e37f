import { ROLES, type ErrorCode, type Role } from '@tactful/protocol';

type Security = readonly Readonly<Record<string, readonly string[]>>[];
export interface WhoRow {
  /** Who that is, in words. */
  readonly means: string;
  /** What their guard can answer. */
  readonly errors: readonly ErrorCode[];
  /** As OpenAPI says it; the names in a list are the roles that are wanted. */
  readonly security: Security;
}

const COUNTED = ['too_many_requests'] as const, KEYED = [...COUNTED, 'bad_key'] as const, PAGE = [...KEYED, 'origin_not_allowed'] as const, SIGNED = ['not_signed_in', 'forbidden'] as const;
const staffOr = (...roles: readonly Role[]): Security => [{ staffCookie: roles }, { accessToken: roles }, { deployToken: [] }];
const ofRole = (role: Role): WhoRow => ({
  means: `staff of the \`:site\` in the path who are at least ${role}, or the deploy token`, errors: [...SIGNED, 'role_too_low', 'not_found'], security: staffOr(role),
});

/** Everybody whom a route can be for. */
export const WHO = {
  anyone: { means: 'anyone', errors: [], security: [] },
  site: { means: 'a known site key in `?key=`, from any page', errors: KEYED, security: [{ siteKey: [] }] },
  page: { means: 'a known site key, and an `Origin` on the site’s list', errors: PAGE, security: [{ siteKey: [] }] },
  visitor: { means: 'as `page`, with the visitor’s token as bearer', errors: [...PAGE, 'bad_visitor'], security: [{ siteKey: [], visitorToken: [] }] },
  user: { means: 'as `page`, with the identity as bearer that the shop’s own server signed, and the visitor’s token in `tactful-visitor` (or the visitor in what was signed)', errors: [...PAGE, 'bad_identity', 'bad_visitor'], security: [{ siteKey: [], userIdentity: [] }] },
  secret: { means: 'the site’s secret key as bearer', errors: [...COUNTED, 'bad_secret'], security: [{ secretKey: [] }] },
  same_origin: { means: 'the console before sign-in, from its own origin', errors: [...COUNTED, 'forbidden'], security: [] },
  staff: { means: 'whoever is signed in, or the deploy token', errors: SIGNED, security: staffOr() },
  ...(Object.fromEntries((Object.keys(ROLES) as Role[]).map((role) => [role, ofRole(role)])) as Record<Role, WhoRow>),
  deploy: { means: 'the deploy token only', errors: SIGNED, security: [{ deployToken: [] }] },
} as const satisfies Record<string, WhoRow>;

/** Who may call a route. A role asks for staff of the `:site` in the path who are at least that. */
export type Who = keyof typeof WHO;
