import type { Bytes } from '../units.ts';

/** Bytes of a text as UTF-8, counted without a platform's encoder. A lone surrogate counts as its replacement does, 3. */
export function byteLength(text: string): Bytes {
  // What is not ASCII is rare, and found by code that is not a script's.
  let bytes = text.length;
  for (const char of text.match(/[^\0-\x7f]/gu) ?? []) bytes += char < '\u0800' ? 1 : 2;
  return bytes;
}
