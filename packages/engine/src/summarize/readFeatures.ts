import type { Scalar } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { shippedFeatures } from './shippedFeatures.ts';

/** Every feature that conditions can read, by its name in the registry; `undefined` is unknown. */
export function readFeatures(core: Core): Readonly<Record<string, Scalar | undefined>> {
  const { traits } = core;
  const hours = Math.floor((core.now / 60_000 + (traits ? traits.utcOffsetMinutes : 0)) / 60);
  return {
    ...shippedFeatures(core),
    'cart.stage': core.cart.stage,
    'page.id': core.page || undefined,
    'page.type': core.type,
    'page.active_seconds': Math.floor((core.active - core.entered) / 1_000),
    'device.kind': traits && traits.device,
    'time.hour': hours % 24,
    // 1970-01-01 was a Thursday.
    'time.weekday': (Math.floor(hours / 24) + 3) % 7 + 1,
    ...Object.fromEntries(Object.entries(core.tally.intents).map(([state, { last }]) => ['intent.' + state, last])),
    // Last: into a record that is there they are copied faster. All begin with `user.`, so nothing is hidden.
    ...core.attributes,
  };
}
