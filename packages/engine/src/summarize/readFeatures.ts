import type { Scalar } from '@tactful/protocol';
import type { Core } from '../core.ts';
import { STAGES } from '../stages.ts';
import { shippedFeatures } from './shippedFeatures.ts';

const seconds = (ms: number): number => Math.floor(ms / 1_000);

/** Every feature that conditions can read, by its name in the registry; `undefined` is unknown. */
export function readFeatures(core: Core): Readonly<Record<string, Scalar | undefined>> {
  const { state, options, now } = core;
  const { traits } = options;
  const hours = Math.floor((now / 60_000 + (traits ? traits.utcOffsetMinutes : 0)) / 60);
  return core.features || (core.features = {
    ...state.attributes,
    ...shippedFeatures(core),
    'cart.stage': STAGES[state.cartStage],
    'page.id': state.page || undefined,
    'page.type': state.type,
    'page.active_seconds': seconds(state.active - state.entered),
    'device.kind': traits && traits.device,
    'time.hour': hours % 24,
    // 1970-01-01 was a Thursday.
    'time.weekday': (Math.floor(hours / 24) + 3) % 7 + 1,
  });
}
