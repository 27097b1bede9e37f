import { COUNTS } from '../counts.ts';
import { SHIPPED_FEATURES } from '../features.ts';

/**
 * How the parts of a session become one. `sum`, `max`; `latest` and `first`: of the part that ended last, began first;
 * `span`: from the first begin to the last end; `furthest`: of the part that came furthest along; `union`: by id.
 */
export type MergeRule = 'sum' | 'max' | 'latest' | 'first' | 'span' | 'furthest' | 'union';

/** The `merge` column of the summary, field by field. Records merge under each key. */
export const SUMMARY_MERGE = {
  session: 'latest', part: 'union', visitor: 'latest', user: 'max', seq: 'sum', sdk: 'latest', bot: 'max',
  context: 'first', config: 'latest', model: 'latest', startedAt: 'first', durationMs: 'span', activeMs: 'sum',
  pages: { views: 'sum', activeMs: 'sum', episodes: 'sum' },
  counts: COUNTS,
  signals: { count: 'sum', longestRun: 'max' },
  cart: { stage: 'max', value: 'furthest', currency: 'furthest', items: 'furthest', idleMs: 'max', revisits: 'sum' },
  features: SHIPPED_FEATURES,
  intents: { peak: 'max', last: 'furthest' },
  snapshots: 'union', gates: 'sum', exposures: 'union', goals: 'union', items: 'union', loss: 'sum',
} as const satisfies Record<string, MergeRule | Readonly<Record<string, MergeRule>>>;
