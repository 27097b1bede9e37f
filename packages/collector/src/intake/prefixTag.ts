import type { EpochMs } from '@tactful/protocol';
import { hmac } from '../secret/hmac.ts';
import { addressPrefix } from './addressPrefix.ts';

const DAY = 86_400_000;

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
  const daily = await hmac(secret, `prefix/${Math.floor(now / DAY)}`);
  const tag = await hmac(daily, `${scope}/${prefix}`);
  return btoa(String.fromCharCode(...tag.slice(0, 16)));
}
