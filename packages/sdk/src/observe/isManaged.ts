/** True when a manager of the visitor's consent is on the page: Google Consent Mode's words stand in `dataLayer`, or it is a Shopify storefront. */
export const isManaged = (): unknown =>
  (window as { Shopify?: unknown }).Shopify || [].concat((window as { dataLayer?: any }).dataLayer).some((entry) => entry && entry[0] == 'consent');
