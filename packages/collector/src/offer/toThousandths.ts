/** Money as an offer's ledger keeps it: whole thousandths, for sums that are exact. */
export const toThousandths = (amount: number): number => Math.round(amount * 1_000);
