import type { Scope } from '../scope.ts';
import type { Consent } from '../ship/consent.ts';

const allowed = (analytics: unknown, preferences: unknown): Consent => analytics ? 'granted' : preferences ? 'functional' : 'denied';

/**
 * Shopify's Customer Privacy API. What is allowed follows the visitor's answer, their region and the shop's settings; where
 * it is not and nobody answered yet, the question is open.
 * https://shopify.dev/docs/api/customer-privacy
 * @param changed runs when the visitor answered, or the API has come
 * @returns tells the status; `pending` also while the API is, or may be, on its way; nothing where the page has loaded without one
 */
export function startCustomerPrivacy({ listen, guard }: Scope, changed: () => void): () => Consent | undefined {
  const shopify = (): any => Object((window as { Shopify?: unknown }).Shopify);
  let asked = false;
  /** What the event told, where the API can't be read. */
  let told: Consent | undefined;
  const read = (): Consent | undefined => {
    const privacy = Object(shopify().customerPrivacy);
    if (typeof privacy.analyticsProcessingAllowed != 'function') return told;
    const may = allowed(privacy.analyticsProcessingAllowed(), privacy.preferencesProcessingAllowed());
    // `yes`, `no`, or empty: nobody answered.
    return may == 'granted' || Object(privacy.currentVisitorConsent && privacy.currentVisitorConsent()).analytics ? may : 'pending';
  };
  listen(document, 'visitorConsentCollected', ({ detail }) => {
    const { analyticsAllowed, preferencesAllowed } = Object(detail);
    told = allowed(analyticsAllowed, preferencesAllowed);
    changed();
  });
  listen(document, 'shopifyCustomerPrivacyApiLoaded', changed);
  /** What can't be read was not answered. */
  const readSafely = (): Consent | undefined => {
    try {
      return read();
    } catch (_error) {
      return 'pending';
    }
  };
  return () => {
    const status = readSafely();
    if (!status && !asked && typeof shopify().loadFeatures == 'function') {
      asked = true;
      shopify().loadFeatures([{ name: 'consent-tracking-api', version: '0.1' }], guard((error: unknown) => error || changed()));
    }
    // A storefront's scripts are deferred: until they ran, nobody can say that it has none.
    return status || (asked || document.readyState != 'complete' && (window as { Shopify?: unknown }).Shopify ? 'pending' : undefined);
  };
}
