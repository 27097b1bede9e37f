import { hex } from '../secret/hex.ts';
import { hmac } from '../secret/hmac.ts';

/**
 * The text of an identity key, by its id: drawn from the Worker's own secret, so that no table holds what signs users, and a copy of the database
 * signs nobody. With another `SESSION_SECRET` it is another.
 */
export async function identityKey(secret: string, { site, id }: { readonly site: string; readonly id: string }): Promise<string> {
  return `ik_${hex(await hmac(secret, `identity/${site}/${id}`))}`;
}
