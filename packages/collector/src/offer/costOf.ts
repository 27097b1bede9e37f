import type { RedemptionBody } from '@tactful/protocol';
import { toThousandths } from './toThousandths.ts';

export interface CostTerms {
  /** What a code takes off at most; undefined: whatever the shop tells. */
  readonly worth: number | undefined;
  /** Thousandths that are set aside for this code. */
  readonly setAside: number;
  /** What the order was told when it held the code. */
  readonly promised: number;
  /** The order is in the site's currency. */
  readonly ours: boolean;
}

/**
 * What an order takes off, and what that adds to the budget's thousandths. A discount that is not told, or in another currency, takes all that a code
 * is worth. While the code is held it may take off more in the end, so no less is set aside than before.
 * @returns undefined for a discount that is more than the code is worth
 */
export function costOf({ discount, hold = false }: RedemptionBody, { worth, setAside, promised, ours }: CostTerms): { readonly discount: number; readonly charge: number } | undefined {
  const most = worth === undefined ? undefined : Math.max(worth, setAside / 1_000, promised);
  const told = discount ?? (ours ? most ?? 0 : 0);
  if (ours && told > (most ?? Infinity)) return undefined;
  const charge = toThousandths(ours ? told : most ?? 0) - setAside;
  return { discount: told, charge: hold ? Math.max(0, charge) : charge };
}
