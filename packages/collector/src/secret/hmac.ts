/** HMAC-SHA256 of a text. */
export async function hmac(key: Uint8Array<ArrayBuffer> | string, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const encode = (from: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(from));
  const imported = await crypto.subtle.importKey('raw', typeof key === 'string' ? encode(key) : key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, encode(text)));
}
