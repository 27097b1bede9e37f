/** A password as kept: PBKDF2-HMAC-SHA-256, 256 bits, base64. */
export interface PasswordHash { readonly salt: string; readonly iterations: number; readonly hash: string }

/** The most that the platform's WebCrypto allows (https://developers.cloudflare.com/workers/runtime-apis/web-crypto/). */
export const ITERATIONS = 100_000;

const encode = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const decode = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** Hashes with the given salt (base64), or a fresh one of 128 bits. */
export async function hashPassword(password: string, known?: { readonly salt: string; readonly iterations: number }): Promise<PasswordHash> {
  const salt = known?.salt ?? encode(crypto.getRandomValues(new Uint8Array(16)));
  const iterations = known?.iterations ?? ITERATIONS;
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(password.normalize('NFKC')), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: decode(salt), iterations }, key, 256);
  return { salt, iterations, hash: encode(new Uint8Array(bits)) };
}
