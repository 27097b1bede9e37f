import type { DeviceMessage } from '@tactful/protocol';
import type { Core } from '../core.ts';
import type { Campaign } from './clause.ts';
import { share } from './share.ts';

/** The visitor's variant by weight, always the same one, and the message with its fields laid over. */
export function chooseMessage(core: Core, { spec }: Campaign): { readonly variant: string; readonly message: DeviceMessage } {
  const variants = spec.variants || [];
  const { config, visitor } = core.options;
  let rest = share(config.site.salt, spec.id, visitor, 'variant') * variants.reduce((sum, one) => sum + one.weight, 0);
  const variant = variants.find((one) => (rest -= one.weight) < 0);
  return { variant: variant ? variant.id : '', message: { ...spec.message, ...(variant && variant.message) } };
}
