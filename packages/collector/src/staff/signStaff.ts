import { jwtVerify, SignJWT } from 'jose';

/** What a session's token says; everything else is read afresh from the database. */
export interface StaffClaims { readonly email: string; readonly id: string; readonly issuedAt: number; readonly expiresAt: number }

const ISSUER = 'tactful', AUDIENCE = 'tactful-console', ALGORITHM = 'HS256';
/** A working day. */
export const SESSION_SECONDS = 12 * 3_600;
const SECRET_CHARS = 32;

const keyOf = (secret: string): Uint8Array => new TextEncoder().encode(secret);

/** True when a secret is set and long enough to be one. */
export const isSecret = (secret: string | undefined): secret is string => typeof secret === 'string' && secret.length >= SECRET_CHARS;

export async function signStaff(secret: string, email: string, nowSeconds: number): Promise<string> {
  return new SignJWT().setProtectedHeader({ alg: ALGORITHM }).setIssuer(ISSUER).setAudience(AUDIENCE).setSubject(email)
    .setJti(crypto.randomUUID()).setIssuedAt(nowSeconds).setExpirationTime(nowSeconds + SESSION_SECONDS).sign(keyOf(secret));
}

/** The token's claims, if it was signed here, for the console, with the pinned algorithm, and has not expired. */
export async function verifyStaff(secret: string, token: string): Promise<StaffClaims | undefined> {
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      algorithms: [ALGORITHM], issuer: ISSUER, audience: AUDIENCE, requiredClaims: ['sub', 'jti', 'iat', 'exp'],
    });
    return { email: payload.sub as string, id: payload.jti as string, issuedAt: payload.iat as number, expiresAt: payload.exp as number };
  } catch (_error) {
    // Forged, expired or malformed: no session.
    return undefined;
  }
}
