import type { Sample } from './Trace.ts';

/** An element's border box in CSS pixels, edges as `getBoundingClientRect` gives them, corners rounded alike. */
export interface Box {
  readonly left: number; readonly top: number; readonly right: number; readonly bottom: number;
  readonly radius: number;
}

/** Where a target's elements stood from `at` on (the recording's clock) until the next such record. */
export interface Standing { readonly at: number; readonly boxes: readonly Box[] }

/**
 * The pointer's place is a pixel, and it is in a box that takes any part of that pixel (edges may be fractions); outside a
 * corner's round it is not.
 */
function inside({ left, top, right, bottom, radius }: Box, { x, y }: Sample): boolean {
  if (x + 1 <= left || x >= right || y + 1 <= top || y >= bottom) return false;
  const fromRound = (at: number, low: number, high: number): number => Math.max(low + radius - at - 1, at - (high - radius), 0);
  return Math.hypot(fromRound(x, left, right), fromRound(y, top, bottom)) <= radius;
}

/**
 * Counts how often the pointer stayed over one of a target's boxes for at least `rest` milliseconds: by brute force, sample
 * by sample. The pointer is taken to stand still between two samples. A stay that the end of the trace cuts short counts
 * if it was long enough by then. Elements of one target that touch are one place.
 */
export function countRests(samples: readonly Sample[], standings: readonly Standing[], rest: number): number {
  let count = 0;
  let since: number | undefined;
  const end = (at: number): void => {
    if (since !== undefined && at - since >= rest) count++;
    since = undefined;
  };
  for (const sample of samples) {
    const standing = standings.findLast(({ at }) => at <= sample.at);
    if (standing?.boxes.some((box) => inside(box, sample))) since ??= sample.at;
    else end(sample.at);
  }
  const last = samples.at(-1);
  if (last) end(last.at);
  return count;
}
