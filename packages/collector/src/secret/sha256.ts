import { base64url } from './base64url.ts';

/** SHA-256 of UTF-8 text as unpadded base64url (43 characters). */
export const sha256 = async (text: string): Promise<string> => base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
