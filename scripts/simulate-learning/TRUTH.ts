import type { Probability } from '@tactful/protocol';

/** What one kind of visitor does, in truth. No engine, no Worker and no model is told any of it. */
export interface Truth {
  readonly means: string;
  /** Of all visitors. */
  readonly share: Probability;
  /** Of visits that come to the cart's page, how many buy if no message is shown, in the mean. */
  readonly alone: Probability;
  /** By how much a message there changes that; the same for all of the kind. */
  readonly effect: number;
}

export const TRUTH = {
  sure: { means: 'knows what they want and buys, message or not', share: 0.16, alone: 0.75, effect: 0 },
  persuadable: { means: 'in doubt whether it fits, and whether it can go back; an answer helps', share: 0.24, alone: 0.22, effect: 0.22 },
  lost: { means: 'looks for the pleasure of it, fills the cart as a list of wishes', share: 0.44, alone: 0.03, effect: 0 },
  hurried: { means: 'buys if left alone; an interruption drives some away', share: 0.16, alone: 0.6, effect: -0.2 },
} as const satisfies Record<string, Truth>;
export type Kind = keyof typeof TRUTH;
export const KINDS = Object.keys(TRUTH) as readonly Kind[];

/** How far a visitor's own wish, from -1 to 1 and even in between, moves `alone`: by so much of its distance to the nearer of 0 and 1. */
const WISH = 0.6;

/** How likely a visit that comes to the cart's page ends with a purchase: left alone, and shown a message. */
export function potential(kind: Kind, wish: number): { readonly alone: Probability; readonly shown: Probability } {
  const { alone: mean, effect } = TRUTH[kind];
  const alone = mean + WISH * wish * Math.min(mean, 1 - mean);
  return { alone, shown: Math.min(1, Math.max(0, alone + effect)) };
}
