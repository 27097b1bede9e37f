/**
 * True when no manager of the visitor's consent is on the page: no word of Google Consent Mode stands in `dataLayer`, and it is no Shopify
 * storefront. Throws where the page lets nobody look.
 */
export const isFree = (): boolean =>
  !((window as { Shopify?: unknown }).Shopify || Object.values(Object((window as { dataLayer?: any }).dataLayer)).some((entry: any) => entry && entry[0] == 'consent'));
