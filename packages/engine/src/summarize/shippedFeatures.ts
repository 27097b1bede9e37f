import type { Core } from '../memory.ts';
import { TOLD } from './TOLD.ts';

/** The features that summaries and snapshots tell, each with its value, in the registry's order: snapshots tell features by their place. */
export function shippedFeatures(core: Core): (readonly [name: string, value: number | void])[] {
  const { feels, felt } = core.stages;
  return [...Object.keys(TOLD), ...feels() || []].map((name) => [name, TOLD[name] ? TOLD[name](core) : felt(core, name)]);
}
