import type { DeviceMessage } from '@tactful/protocol';
import type { Campaign, Core } from '../memory.ts';
import { share } from './share.ts';

/** The visitor's variant by weight, always the same one, and the message with its fields laid over. */
export function chooseMessage(core: Core, { spec }: Campaign): { readonly variant: string; readonly message: DeviceMessage } {
  const { variants = [] } = spec;
  let rest = variants.length && share(core, spec.id, 'variant') * variants.reduce((sum, one) => sum + one.weight, 0);
  const { id: variant = '', message = {} } = variants.find((one) => (rest -= one.weight) < 0) || {};
  return { variant, message: { ...spec.message, ...message } };
}
