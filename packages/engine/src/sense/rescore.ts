import type { Probability } from '@tactful/protocol';
import { canRise } from '../decide/score/canRise.ts';
import { logit } from '../decide/score/logit.ts';
import { probabilityOf } from '../decide/score/probabilityOf.ts';
import type { Core } from '../memory.ts';
import { planOf } from './planOf.ts';

/** A clause that fired is heard again once the score was this much below its threshold. */
const REARM: Probability = 0.1;

/** Scores the states of the model, as the visit stands now; a clause hears when its threshold is crossed upwards. */
export function rescore(core: Core): void {
  const { tally: { intents }, sums } = core;
  core.scored = -1;
  for (const [state, asked] of planOf(core)) {
    const sum = logit(asked, core);
    const last = probabilityOf(sum);
    const score = intents[state] || (intents[state] = { peak: 0, last });
    score.peak = Math.max(score.peak, score.last = last);
    core.each(core, 'intent', (clause) => {
      const { key, spec } = clause;
      const gte = spec.gte!;
      if (last < gte - REARM) delete sums[key];
      if (sums[key]) return;
      if (last >= gte) {
        sums[key] = 1;
        core.occur(core, clause);
      } else if (canRise(asked, core, sum, gte)) core.scored = core.active;
    }, state);
  }
}
