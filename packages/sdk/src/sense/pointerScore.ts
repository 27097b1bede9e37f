import type { Probability } from '@tactful/protocol';
import type { PointerSample } from './findMovements.ts';
import { pointerTraits } from './pointerTraits.ts';

/** Of each trait, what is usual among people, and how far above it one in a hundred of their samples lies. */
export type PointerNorms = readonly (readonly [usual: number, reach: number])[];

/** Measured on SapiMouse (72 people at their own computers); `npm run bench:bots` prints them. Nothing is fitted to any script. */
export const PEOPLE: PointerNorms = [[-1.16, 0.78], [-1.94, 0.47], [-0.07, 0.41]];

/** The sum of cubes that one in a hundred samples of people exceeds: there the score is 0.5. */
const RARE = 1.8;

/**
 * How sure it is that a script moves the mouse: by movements too smooth, too trembling or too even for a hand. A hint for
 * statistics, never a gate: pointing devices for people who can't use a hand move differently, too.
 * @param samples a mouse's moves in order, a few hundred; touches have no business here.
 * @returns `undefined` before five movements were seen.
 */
export function pointerScore(samples: readonly PointerSample[], norms: PointerNorms = PEOPLE): Probability | undefined {
  const traits = pointerTraits(samples);
  if (!traits) return undefined;
  const odd = norms.reduce((sum, [usual, reach], at) => sum + Math.max(0, (traits[at]! - usual) / reach) ** 3, 0);
  return odd / (odd + RARE);
}
