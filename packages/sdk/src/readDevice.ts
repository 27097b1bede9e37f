import type { DeviceTraits } from '@tactful/engine';

/** The kind of device, by its pointer and its window. */
export const readDevice = (): DeviceTraits['device'] =>
  !matchMedia('(pointer:coarse)').matches ? 'desktop' : Math.min(innerWidth, innerHeight) < 600 ? 'phone' : 'tablet';
