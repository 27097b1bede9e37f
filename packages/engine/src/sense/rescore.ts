import type { ModelScore, Probability } from '@tactful/protocol';
import { each } from '../decide/each.ts';
import { occur } from '../decide/occur.ts';
import { score } from '../decide/score/score.ts';
import type { Core } from '../memory.ts';
import { readWanted } from './readWanted.ts';

/** A clause that fired is heard again once the score was this much below its threshold. */
const REARM: Probability = 0.1;

/** Scores the states of the model, as the visit stands now; a clause hears when its threshold is crossed upwards. */
export function rescore(core: Core): void {
  const { config: { model }, tally: { intents }, sums } = core;
  core.scored = core.active;
  if (!model) return;
  const features = readWanted(core, model);
  for (const [state, made] of Object.entries(model.states)) {
    // To a thousandth: nobody knows it better.
    const last = Math.round(1_000 * score(made as ModelScore, features).probability) / 1_000;
    const { peak = 0 } = intents[state] || {};
    intents[state] = { peak: Math.max(peak, last), last };
    each(core, 'intent', (clause) => {
      const { key, spec: { gte = 1 } } = clause;
      if (last < gte - REARM) delete sums[key];
      if (last < gte || sums[key]) return;
      sums[key] = 1;
      occur(core, clause);
    }, state);
  }
}
