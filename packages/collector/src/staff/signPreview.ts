import { errors, jwtVerify, SignJWT } from 'jose';

/** What a preview's token says: this campaign, as it stood in this version of this site's configuration. */
export interface PreviewClaims { readonly site: string; readonly campaign: string; readonly version: number }

/** An audience of its own: neither does a preview open the console, nor a session a preview. */
const ISSUER = 'tactful', AUDIENCE = 'tactful-preview', ALGORITHM = 'HS256';
export const PREVIEW_SECONDS = 600;

const keyOf = (secret: string): Uint8Array => new TextEncoder().encode(secret);

export async function signPreview(secret: string, { site, campaign, version }: PreviewClaims, nowSeconds: number): Promise<string> {
  return new SignJWT({ site, version }).setProtectedHeader({ alg: ALGORITHM }).setIssuer(ISSUER).setAudience(AUDIENCE).setSubject(campaign)
    .setIssuedAt(nowSeconds).setExpirationTime(nowSeconds + PREVIEW_SECONDS).sign(keyOf(secret));
}

/** What the token says, if it was signed here, for a preview, with the pinned algorithm, at most 10 minutes ago; else which error it is. */
export async function verifyPreview(secret: string, token: string): Promise<PreviewClaims | 'bad_preview' | 'preview_over'> {
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      algorithms: [ALGORITHM], issuer: ISSUER, audience: AUDIENCE, requiredClaims: ['sub', 'iat', 'exp', 'site', 'version'], maxTokenAge: PREVIEW_SECONDS,
    });
    return { site: payload['site'] as string, campaign: payload.sub as string, version: payload['version'] as number };
  } catch (error) {
    return error instanceof errors.JWTExpired ? 'preview_over' : 'bad_preview';
  }
}
