import type { CurrencySums } from '@tactful/protocol';
import { isSiteCurrency } from './isSiteCurrency.ts';

/** Sums of the redemptions that named one currency, or none. */
export interface RedemptionRow extends Omit<CurrencySums, 'currency'> { readonly currency: string | null }

/** All redemptions are counted; money is in the site's currency, and what was in another is told apart. */
export interface RedemptionSums { readonly redeemed: number; readonly redeemedValue: number; readonly discount: number; readonly otherCurrencies: readonly CurrencySums[] }

const sum = (rows: readonly RedemptionRow[], field: 'redeemed' | 'value' | 'discount'): number => rows.reduce((total, row) => total + row[field], 0);

/** Adds up as the intake does with goals. */
export function sumRedemptions(rows: readonly RedemptionRow[], siteCurrency: string | undefined): RedemptionSums {
  const isOwn = ({ currency }: RedemptionRow): boolean => isSiteCurrency(currency, siteCurrency);
  const own = rows.filter(isOwn);
  return {
    redeemed: sum(rows, 'redeemed'), redeemedValue: sum(own, 'value'), discount: sum(own, 'discount'),
    otherCurrencies: rows.filter((row) => !isOwn(row)) as readonly CurrencySums[],
  };
}
