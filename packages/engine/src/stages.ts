import type { CartStage } from '@tactful/protocol';

/** Stages of the cart, by `State.cartStage`. */
export const STAGES: readonly CartStage[] = ['none', 'cart', 'checkout', 'payment', 'purchased'];
