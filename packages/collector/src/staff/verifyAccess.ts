import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { sha256 } from '../secret/sha256.ts';
import type { Recent } from '../store/createRecent.ts';
import type { StaffClaims } from './signStaff.ts';

/** Where Cloudflare Access stands before the console: the team's address, and the application's audience tag. Both, or it is no way in. */
export interface AccessTerms { readonly team: string; readonly audience: string }

const ALGORITHM = 'RS256', CERTS = '/cdn-cgi/access/certs';
/** How far Access's clock and ours may be apart. */
const TOLERANCE_SECONDS = 30;

/** What a token may be: then it lets nobody in. Keys that could not be read are no fault of the token's. */
const FAULTS = [
  errors.JWTInvalid, errors.JWTExpired, errors.JWTClaimValidationFailed, errors.JWSInvalid, errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed, errors.JOSENotSupported, errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys,
] as const;

/** The terms, where both are set. @throws when the team is no `https` address (`http` on this machine): its keys would be anybody's. */
export function accessTerms(team: string | undefined, audience: string | undefined): AccessTerms | undefined {
  if (!team || !audience) return undefined;
  const { origin, protocol, hostname } = URL.canParse(team) ? new URL(team) : { origin: 'null', protocol: '', hostname: '' };
  if (protocol !== 'https:' && !(protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))) throw new Error(`ACCESS_TEAM is no address such as https://team.cloudflareaccess.com: ${team}`);
  return { team: origin, audience };
}

/**
 * Whom Access has signed in: the claims, if its team signed the token for this application with the pinned algorithm, it has not expired and names a
 * person. It has no id, so the hash of what was signed stands for one when somebody signs out: not of the signature, which
 * can be written in several ways. The team's keys are read once, and again when one is not among them.
 * @throws when the keys can't be read
 */
export async function verifyAccess({ team, audience }: AccessTerms, token: string, keySets: Recent<JWTVerifyGetKey>): Promise<StaffClaims | undefined> {
  const keys = keySets.get(team) ?? keySets.put(team, createRemoteJWKSet(new URL(CERTS, team)));
  try {
    const { payload } = await jwtVerify(token, keys, {
      algorithms: [ALGORITHM], issuer: team, audience, requiredClaims: ['sub', 'iat', 'exp', 'email'], clockTolerance: TOLERANCE_SECONDS,
    });
    const { email, iat, exp } = payload;
    if (typeof email !== 'string') return undefined;
    return { email: email.trim().toLowerCase(), id: await sha256(token.slice(0, token.lastIndexOf('.'))), issuedAt: iat as number, expiresAt: exp as number };
  } catch (error) {
    if (FAULTS.some((fault) => error instanceof fault)) return undefined;
    throw error;
  }
}
