import type { Sample } from './Trace.ts';

/** An element's border box in CSS pixels, edges as `getBoundingClientRect` gives them, corners rounded alike. */
export interface Box {
  readonly left: number; readonly top: number; readonly right: number; readonly bottom: number;
  readonly radius: number;
}

/** Where a target's elements stood from `at` on (the recording's clock) until the next such record. */
export interface Standing { readonly at: number; readonly boxes: readonly Box[] }

/** The pointer is in a box on its left and top edge, no longer on its right and bottom edge, nor outside a corner's round. */
function inside({ left, top, right, bottom, radius }: Box, { x, y }: Sample): boolean {
  if (x < left || x >= right || y < top || y >= bottom) return false;
  const fromCorner = (at: number, low: number, high: number): number => Math.max(low + radius - at, at - (high - radius), 0);
  return Math.hypot(fromCorner(x, left, right), fromCorner(y, top, bottom)) <= radius;
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
