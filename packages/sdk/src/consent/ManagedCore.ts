import type { Core } from '../core.ts';
import type { ShippingDeps } from '../ship/shipping.ts';

/** What hearing a manager needs of the core. */
export type ManagedCore = Pick<Core, 'scope' | 'settings' | 'config' | 'guest' | 'engine' | 'emit'> & Pick<ShippingDeps, 'allow' | 'setConsent'> & {
  consent: Core['consent'];
  readonly said?: Core['said'];
};
