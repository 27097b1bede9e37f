/** Whether an order's money is in the currency of the site. What names none is, and whatever a site without one gets is taken as it stands. */
export const isSiteCurrency = (currency: string | null, siteCurrency: string | undefined): boolean =>
  currency === null || siteCurrency === undefined || currency === siteCurrency;
