import type { DeviceAction } from './device.ts';

/** One answer of the merchant's, in one locale, and the ways in which it is asked for. */
export interface DeviceFaq {
  readonly id: string;
  readonly q: string;
  readonly also?: readonly string[];
  readonly a: string;
  readonly action?: DeviceAction;
}
