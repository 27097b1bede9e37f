import { base64url } from '../secret/base64url.ts';
import { hmac } from '../secret/hmac.ts';
import { sameText } from '../secret/sameText.ts';
import { isSecret } from '../staff/signStaff.ts';

const CHARS = 22;

/** What the tag is about: this user on this visitor's device, of this site. */
export interface Tagged { readonly site: string; readonly user: string; readonly visitor: string }

/** What a device says in its summaries once its user's signature was seen: the user, and the edge's own word for it, which is good for this visitor alone. */
export const signUserTag = async (secret: string, { site, user, visitor }: Tagged): Promise<string> =>
  user + base64url(await hmac(secret, `tag/${site}/${user}/${visitor}`)).slice(0, CHARS);

/** The user of a tag that was made here for this visitor. */
export async function verifyUserTag(secret: string | undefined, tag: string, { site, visitor }: Omit<Tagged, 'user'>): Promise<string | undefined> {
  if (!isSecret(secret) || tag.length !== 2 * CHARS) return undefined;
  const user = tag.slice(0, CHARS);
  return await sameText(await signUserTag(secret, { site, user, visitor }), tag) ? user : undefined;
}
