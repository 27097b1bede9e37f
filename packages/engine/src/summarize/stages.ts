import type { CartStage } from '@tactful/protocol';

/** Stages of the cart, in order. */
export const STAGES: readonly CartStage[] = ['none', 'cart', 'checkout', 'payment', 'purchased'];
