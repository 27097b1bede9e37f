import { sha256 } from '../secret/sha256.ts';

const CHARS = 22;

/** What stands for a user at the edge: 132 bits of a hash of the site and the shop's own id, which is kept nowhere. */
export const userOf = async ({ id, salt }: { readonly id: string; readonly salt: string }, user: string): Promise<string> =>
  (await sha256(`user\n${id}\n${salt}\n${user}`)).slice(0, CHARS);
