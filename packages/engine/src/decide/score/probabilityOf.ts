import type { Probability } from '@tactful/protocol';

/** A logit as a probability, to a thousandth: nobody knows it better. */
export const probabilityOf = (logit: number): Probability => Math.round(1_000 / (1 + Math.exp(-logit))) / 1_000;
