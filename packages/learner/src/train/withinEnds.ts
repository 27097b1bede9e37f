import { knownOf, type Samples } from './Samples.ts';

/** So many of a hundred values at either end count as the next one does. Of a hundred devices one that makes things up stays below it, however many moments it gives. */
const TAIL = 0.05;

/** Samples in which what few tell, or make up, sets no scale and pulls no harder than what others tell. */
export const withinEnds = (samples: Samples): Samples => ({ ...samples, columns: samples.columns.map(cut) });

/** Where nearly all are the same, the rest counts up to what three of four of it reach. */
function cut(column: ArrayLike<number>): Float64Array {
  const values = knownOf(column);
  const sorted = values.filter((value) => value === value).sort();
  const at = (list: Float64Array, share: number): number | undefined => list[Math.floor(share * list.length)];
  let [low, high] = [at(sorted, TAIL) ?? 0, at(sorted, 1 - TAIL) ?? 0];
  if (low === high) [low, high] = [at(sorted.filter((value) => value < low), 0.75) ?? low, at(sorted.filter((value) => value > high), 0.25) ?? high];
  return values.map((value) => Math.min(high, Math.max(low, value)));
}
