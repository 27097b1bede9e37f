import type { ModelScore, ModelTerm } from '@tactful/protocol';
import type { Read } from '../../summarize/TOLD.ts';
import { TIMED } from '../../summarize/TIMED.ts';
import { weigh } from './weigh.ts';

/**
 * A term, with how its feature is read in place of the name, and behind it the most that it can ever give as time passes; NaN
 * where time alone moves nothing. All are of one length: so they are read faster.
 */
export type AskedTerm = readonly [read: Read, weight: number, missing: number, transform: ModelTerm[3], low: number, high: number, top: number];

/** A score made ready: what it asks for is looked up once, not at each fact. */
export interface Asked {
  readonly score: ModelScore;
  readonly terms: readonly AskedTerm[];
  /** How the features are read that trees ask for. */
  readonly trees: readonly Read[];
}

/** No feature grows so large. Transforms only rise or only fall, so one of the ends is the most that a term can give. */
const EVER = 1e9;

/** Looks up what a score asks for; `reader` tells how a feature is read. */
export function ask(score: ModelScore, reader: (feature: string) => Read): Asked {
  const { terms = [], trees } = score;
  return {
    score,
    terms: terms.map((term) => {
      const [name, weight, missing, transform, low = 0, high = 0] = term;
      return [reader(name), weight, missing, transform, low, high, TIMED.includes(name) ? Math.max(weigh(term, 0), weigh(term, EVER)) : NaN];
    }),
    trees: trees ? trees.features.map(reader) : [],
  };
}
