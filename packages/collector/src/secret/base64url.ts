import { base64 } from './base64.ts';

/** Unpadded base64url. */
export const base64url = (bytes: Uint8Array): string => base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
