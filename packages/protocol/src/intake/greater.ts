import { canonical } from '../compile/contentHash.ts';

/** Whichever has the greater rank, compared place by place; of two equal ones the one that is written later in the alphabet. */
export function greater<T>(a: T, b: T, rank: (item: T) => readonly unknown[]): T {
  const [x, y] = [[...rank(a), a], [...rank(b), b]];
  for (let at = 0; at < x.length; at += 1) {
    const order = compare(x[at], y[at]);
    if (order) return order > 0 ? a : b;
  }
  return a;
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : a > b ? 1 : -1;
  const [x, y] = [canonical(a), canonical(b)];
  return x === y ? 0 : x > y ? 1 : -1;
}
