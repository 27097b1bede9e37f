import type { Parts } from '../core.ts';
import { createScope } from '../scope.ts';
import { CONSENTS, mayStore } from '../ship/consent.ts';
import { createConsentMode } from './createConsentMode.ts';
import { startCustomerPrivacy } from './startCustomerPrivacy.ts';

/**
 * Hears the managers of consent that are on the page: Google Consent Mode and Shopify. Of two, the one that allows less counts.
 * What the host said by `consent()` on this page stands above both.
 * @returns resolves when they are heard: true where none of them has a say, false once the status is theirs; never while the
 * visitor has not answered
 */
export const join: Parts['consent']['join'] = (core, sensors) => new Promise((resolve) => {
  const { guard, track } = core.scope;
  const scope = createScope(guard);
  // After the sensors, whose patch of the queue may lie over this one.
  track(() => void Promise.resolve().then(scope.stop));
  const known = new Set<unknown>();
  const apply = guard((): void => {
    const said = [google.status(), shopify()];
    const status = CONSENTS.filter((one) => said.includes(one)).pop();
    if (!core.said && status == 'pending' && mayStore(core.consent)) {
      // It came late, and is no answer: from now on nothing is kept or sent, and what was is not taken away.
      core.consent = status;
      if (core.engine) core.allow();
      core.emit('consent:changed', { status });
    } else if (!core.said && status != 'pending') core.setConsent(status || !core.guest && core.settings.consent || core.consent);
    if (status != 'pending') resolve(!status);
  });
  const google = createConsentMode((delay) => void scope.after(delay, () => {
    google.waited();
    apply();
  }));
  const shopify = startCustomerPrivacy(scope, apply);
  const hear = (entries: readonly unknown[]): void => {
    if (entries.filter(google.hear).length > 0) apply();
  };
  /** A queue may be made, or another put in its place, at any time. */
  const attach = (): void => {
    for (const name of ['dataLayer', ...(core.config ? core.config.sources : [])]) {
      const queue = (window as unknown as Record<string, unknown>)[name];
      if (!Array.isArray(queue) || known.has(queue)) continue;
      known.add(queue);
      // A frozen queue is read once.
      guard(scope.patch)(queue, 'push', hear);
      hear(queue);
    }
  };
  sensors.watch(attach);
  attach();
  apply();
});
