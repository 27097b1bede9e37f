/** Bytes as base64url, without padding. */
export function base64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

/** A random id of so many bytes (16: 22 characters). */
export const randomId = (bytes: number): string => base64url(crypto.getRandomValues(new Uint8Array(bytes)).buffer);
