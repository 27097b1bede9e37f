import type { EpochMs } from '@tactful/protocol';
import { addressPrefix } from './addressPrefix.ts';

const DAY = 86_400_000;

async function hmac(key: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text)));
}

/**
 * Stands for the caller's network without telling it: HMAC of the address prefix under a key of the day, so that tomorrow's tag
 * is another. Empty without an address or a secret: then only the budget or the site's quota, and the visitor's own cap, hold.
 */
export async function prefixTag({ address, secret, scope, now }: {
  readonly address: string | undefined; readonly secret: string | undefined; /** What is counted; one scope's tags tell nothing of another's. */ readonly scope: string;
  readonly now: EpochMs;
}): Promise<string> {
  const prefix = address === undefined ? undefined : addressPrefix(address);
  if (prefix === undefined || !secret) return '';
  const daily = await hmac(Uint8Array.from(new TextEncoder().encode(secret)), `prefix/${Math.floor(now / DAY)}`);
  const tag = await hmac(daily, `${scope}/${prefix}`);
  return btoa(String.fromCharCode(...tag.slice(0, 16)));
}
