import type { GoalRow } from './VisitorRows.ts';

/**
 * Among which values a visitor's counts: `unvalued` where an order lacks its own, empty for no value at all, else half octaves of
 * thousandths: `k` holds from 2^(k/2) up to, and without, 2^((k+1)/2), of either sign. So that what lies far out can be told, and left out, by sums alone.
 * @param mills all value that is the visitor's
 * @param orders what it is of
 */
export function valueClass(mills: bigint, orders: readonly Pick<GoalRow, 'lacks'>[]): string {
  if (orders.some(({ lacks }) => lacks)) return 'unvalued';
  // Whole numbers: a logarithm of another machine's might fall on the other side.
  return mills === 0n ? '' : String((mills * mills).toString(2).length - 1);
}
