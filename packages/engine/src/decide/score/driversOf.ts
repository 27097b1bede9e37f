import type { ModelScore, Summary } from '@tactful/protocol';
import { score } from './score.ts';

/** A feature that spoke for a state, and its value. */
export interface Driver { readonly feature: string; readonly value: number }

/** What counts, on the scale of the logit: less moves a probability by two points at most. */
const LEAST = 0.1, MOST = 3;

/** What drove a state's score at the end of a session, the strongest first; what a session does not tell drives nothing. */
export function driversOf(form: ModelScore, features: Summary['features']): readonly Driver[] {
  const { contributions } = score(form, features);
  return Object.entries(contributions)
    .filter(([feature, by]) => by >= LEAST && features[feature]! > 0)
    .sort(([, one], [, other]) => other - one).slice(0, MOST)
    .map(([feature]) => ({ feature, value: features[feature]! }));
}
