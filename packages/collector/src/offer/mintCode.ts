/** Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARS = 15;

/** A code of 75 random bits in groups of five, such as `7K2MV-Q09XA-3DZRT`. */
export function mintCode(random: (bytes: Uint8Array) => Uint8Array): string {
  const bytes = random(new Uint8Array(CHARS));
  const text = Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('');
  return `${text.slice(0, 5)}-${text.slice(5, 10)}-${text.slice(10)}`;
}
