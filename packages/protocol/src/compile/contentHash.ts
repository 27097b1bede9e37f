/**
 * Short content hash: two 53-bit halves of cyrb53 (bryc, public domain) as 22 base-36 characters. Not for secrets; it tells
 * versions apart. Equal values hash alike whatever the order of their keys.
 */
export function contentHash(value: unknown): string {
  const text = canonical(value);
  return half(text, 0) + half(text, 0x9e3779b9);
}

/** JSON with sorted keys and without undefined. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, item]) => item !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}

function half(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    high = Math.imul(high ^ char, 2_654_435_761);
    low = Math.imul(low ^ char, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36).padStart(11, '0');
}
