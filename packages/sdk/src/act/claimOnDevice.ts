import type { ClaimAnswer } from '@tactful/protocol';
import type { Core } from '../core.ts';
import { onDevice } from './onDevice.ts';

/** A code with its end on the device's clock. */
export const claimOnDevice = (core: Pick<Core, 'engine'>, claim: ClaimAnswer): ClaimAnswer =>
  ({ ...claim, ...(claim.expiresAt && { expiresAt: onDevice(core, claim.expiresAt) }) });
