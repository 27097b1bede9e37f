import type { Parts } from '../core.ts';
import { CONSENTS, type Consent } from '../ship/consent.ts';
import { createConsentMode } from './createConsentMode.ts';
import { startCustomerPrivacy } from './startCustomerPrivacy.ts';

/**
 * Hears the managers of consent that are on the page: Google Consent Mode and Shopify. Of two, the one that allows less counts.
 * What the host said by `consent()` on this page stands above both.
 * @returns resolves when they are heard, and `core.free` says whether one has a say; never while the visitor has not answered
 */
export const join: Parts['consent']['join'] = (core, sensors) => new Promise((resolve) => {
  const { scope, scope: { guard } } = core;
  const known = new Set<unknown>();
  let last: Consent | undefined;
  const read = (): Consent | undefined => {
    const said = [google.status(), shopify()];
    return CONSENTS.filter((one) => said.includes(one)).pop();
  };
  const apply = guard(async (): Promise<void> => {
    const status = last = read();
    core.free = !status;
    // It is no answer: from now on nothing is kept or sent, and what was is not taken away.
    if (status == 'pending') return core.setConsent(status, false, true);
    if (status && !core.said) core.setConsent(status);
    if (!status) {
      const kept = await core.keeping.kept();
      if (!core.said && !last && core.consent == 'pending') core.setConsent(kept == 'denied' ? kept : core.settings.consent || kept || 'pending');
    }
    resolve();
  });
  const google = createConsentMode((delay) => void scope.after(delay, () => {
    google.waited();
    apply();
  }));
  const shopify = startCustomerPrivacy(scope, apply);
  // Whatever one entry does, the next is heard.
  const hearOne = guard(google.hear);
  const hear = (entries: readonly unknown[]): void => {
    if (Object.values(entries).filter(hearOne).length) apply();
  };
  /** A queue may be made, or another put in its place, at any time, and a storefront's API comes with its own scripts. */
  const attach = (): void => {
    for (const name of ['dataLayer', ...(core.config ? core.config.sources : [])]) {
      const queue = (window as unknown as Record<string, unknown>)[name];
      if (Array.isArray(queue) && !known.has(queue)) {
        known.add(queue);
        // A frozen queue is read once.
        guard(scope.patch)(queue, 'push', hear);
        hear(queue);
      }
    }
    // Only what is new: since the last answer of theirs the visitor may have withdrawn in another tab.
    if (read() != last) apply();
  };
  sensors.watch(attach);
  scope.listen(window, 'DOMContentLoaded load', attach);
  attach();
  apply();
});
