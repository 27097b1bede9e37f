import { userSchema } from '@tactful/protocol';
import { jwtVerify } from 'jose';
import * as v from 'valibot';
import { hex } from '../secret/hex.ts';
import { hmac } from '../secret/hmac.ts';
import { sameText } from '../secret/sameText.ts';

const ALGORITHM = 'HS256';
/** A token that says that it is good for longer was made for something else. */
const LONGEST_SECONDS = 86_400, TOLERANCE_SECONDS = 30;
const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/, SIMPLE = /^([\w-]+)\.([0-9a-f]{64})$/;

const isUser = (user: unknown): user is string => v.is(userSchema, user);

/** Whom a signature names: the user, and the visitor, where the shop's server vouches for that, too. */
export interface Identity { readonly user: string; readonly visitor?: string }

async function ofToken(token: string, key: string, audience: string): Promise<Identity | undefined> {
  try {
    const { payload: { sub, iat, exp, visitor } } = await jwtVerify(token, new TextEncoder().encode(key), { algorithms: [ALGORITHM], audience, requiredClaims: ['sub', 'exp'], clockTolerance: TOLERANCE_SECONDS });
    const now = Date.now() / 1_000;
    return exp! - Math.min(iat ?? now, now) <= LONGEST_SECONDS + TOLERANCE_SECONDS ? sub !== undefined && { user: sub, ...(typeof visitor === 'string' && { visitor }) } || undefined : undefined;
  } catch (_error) {
    // Forged, expired, for another site, or none.
    return undefined;
  }
}

/** What no JWT's signed text begins with: a signature of one form is none of the other, whatever ids look like. */
const PREFIX = 'user:';

async function ofSimple(encoded: string, signature: string, key: string): Promise<Identity | undefined> {
  try {
    const user = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0)));
    return await sameText(hex(await hmac(key, PREFIX + user)), signature) ? { user } : undefined;
  } catch (_error) {
    // No base64url of UTF-8.
    return undefined;
  }
}

/** Whether a text looks like a signature at all, of either form: what does not needs no key to be refused. */
export const isSignature = (text: string): boolean => SIMPLE.test(text) || JWT.test(text);

/**
 * Whom the shop's server says that this is, by one of the site's active keys: a JWT (HS256 alone, `sub` the user, `aud` the site's public key, `exp`
 * within a day; `visitor`, if the server vouches for that, too), or the user's id in base64url, a dot, and the HMAC-SHA256 of `user:` and the id in hex, which is good as long as its key is.
 */
export async function verifyIdentity(text: string, { keys, audience }: { readonly keys: readonly string[]; readonly audience: string }): Promise<Identity | undefined> {
  const simple = SIMPLE.exec(text);
  for (const key of keys) {
    const identity = simple ? await ofSimple(simple[1]!, simple[2]!, key) : await ofToken(text, key, audience);
    if (identity && isUser(identity.user)) return identity;
  }
  return undefined;
}
