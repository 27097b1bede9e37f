/**
 * 32 bits of a text: FNV-1a over UTF-16 units, finished like MurmurHash3 so that every bit depends on every unit.
 * Not for secrets. https://en.wikipedia.org/wiki/Fowler-Noll-Vo_hash_function · https://github.com/aappleby/smhasher
 * @returns 0 to 2^32 − 1.
 */
export function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
