const encode = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text));
const base64url = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');

async function hmac(key: string, text: string): Promise<Uint8Array> {
  const imported = await crypto.subtle.importKey('raw', encode(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, encode(text)));
}

export interface TokenOptions {
  /** The visitor id of their device, where your server knows that it is theirs: for those who ask by your server. A page proves it by itself. */
  readonly visitor?: string;
  /** The site's public key, `pk_…`: the token is good for this site alone. */
  readonly key: string;
  /** How long it is good for; default 600, at most a day. */
  readonly seconds?: number;
  /** Milliseconds since 1970; default: now. */
  readonly now?: number;
}

/**
 * The `signature` of `identify()`, as a JWT (HS256) that is over by itself. On servers only.
 * @param identityKey `ik_…`, as `npm run site -- identity` printed it
 * @param user your own id of the user, as `identify()` gets it
 */
export async function signUser(identityKey: string, user: string, { key, visitor, seconds = 600, now = Date.now() }: TokenOptions): Promise<string> {
  const issued = Math.floor(now / 1_000);
  const part = (value: object): string => base64url(encode(JSON.stringify(value)));
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: user, aud: key, iat: issued, exp: issued + seconds, visitor })}`;
  return `${text}.${base64url(await hmac(identityKey, text))}`;
}
