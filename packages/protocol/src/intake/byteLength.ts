import type { Bytes } from '../units.ts';

/** Bytes of a text as UTF-8, counted without a platform's encoder. A lone surrogate counts as its replacement does, 3. */
export function byteLength(text: string): Bytes {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (code > 0xffff) at += 1;
  }
  return bytes;
}
