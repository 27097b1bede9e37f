import type { Probability } from '@tactful/protocol';
import { hash } from './hash.ts';

/** Where a visitor falls on the line from 0 to 1: the same for the same words, evenly spread over visitors. */
export function share(...words: readonly string[]): Probability {
  return hash(words.join()) / 2 ** 32;
}
