import type { Core } from '../memory.ts';
import { STAGES } from './stages.ts';

/** The cart has reached a stage, by its place in STAGES; it does not fall back. */
export function reach(core: Core, stage: number): void {
  const { cart } = core;
  cart.stage = STAGES[Math.max(stage, STAGES.indexOf(cart.stage))]!;
  if (cart.stage == 'cart' || cart.stage == 'checkout') core.stages.snapshot(core, cart.stage);
}
