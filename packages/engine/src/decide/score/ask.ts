import type { ModelScore, ModelTerm } from '@tactful/protocol';
import { TIMED } from '../../summarize/TIMED.ts';
import { weigh } from './weigh.ts';

/**
 * A term, with the place of its feature's value in place of the name, and behind it the most that it can ever give as time
 * passes; NaN where time alone moves nothing. All are of one length: so they are read faster.
 */
export type AskedTerm = readonly [place: number, weight: number, missing: number, transform: ModelTerm[3], low: number, high: number, top: number];

/** What a score asks for: places of its features among values that are read once for all scores. */
export interface Asked {
  readonly terms: readonly AskedTerm[];
  /** Places of the features that trees ask for. */
  readonly trees?: readonly number[] | undefined;
}

/** No feature grows so large. Transforms only rise or only fall, so one of the ends is the most that a term can give. */
const EVER = 1e9;

/** Looks up what a score asks for; `place` tells where a feature's value stands. */
export function ask({ terms = [], trees }: ModelScore, place: (feature: string) => number): Asked {
  return {
    terms: terms.map((term) => {
      const [name, weight, missing, transform, low = 0, high = 0] = term;
      return [place(name), weight, missing, transform, low, high, TIMED.includes(name) ? Math.max(weigh(term, 0), weigh(term, EVER)) : NaN];
    }),
    trees: trees && trees.features.map(place),
  };
}
