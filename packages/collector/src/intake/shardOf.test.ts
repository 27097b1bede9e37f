import { expect, it } from 'vitest';
import { shardOf } from './shardOf.ts';

it('is FNV-1a, for ever', () => {
  // Vectors of the algorithm's authors: "" → 811c9dc5, "a" → e40c292c, "foobar" → bf9cf968.
  expect(['', 'a', 'foobar'].map((text) => shardOf(text, 2 ** 32))).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

it('spreads visitors evenly', () => {
  const counts = new Array<number>(16).fill(0);
  for (let n = 0; n < 16_000; n++) counts[shardOf(`visitor-${n}`, 16)]! += 1;
  for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(200);
});
