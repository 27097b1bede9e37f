import { base64url } from './base64url.ts';

/** Random unpadded base64url of `bytes` random bytes. */
export const randomText = (bytes: number): string => base64url(crypto.getRandomValues(new Uint8Array(bytes)));
