import type { Core } from '../core.ts';
import type { ShippingDeps } from '../ship/shipping.ts';

/** What hearing a manager needs of the core. */
export type ManagedCore = Pick<Core, 'scope' | 'settings' | 'config' | 'keeping'> & Pick<ShippingDeps, 'setConsent'> & {
  consent: Core['consent'];
  free: unknown;
  readonly said?: Core['said'];
};
