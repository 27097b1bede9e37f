import { prepare, score } from '@tactful/engine';
import { COLUMNS } from '@tactful/learner';
import { expertModel, type DeviceConfig } from '@tactful/protocol';
import { drawVisitor } from './drawVisitor.ts';
import { playVisit } from './playVisit.ts';
import { FIRST_DAY, seedOf } from './simulate.ts';

/** Moments at which the campaign would be decided about, of visitors whom the Worker never hears of, and what came of each, left alone. */
export interface HeldOut { readonly served: readonly number[]; readonly expert: readonly number[]; readonly bought: readonly number[]; readonly visitors: readonly number[] }

const DAY = 86_400_000;
const EXPERT = expertModel(['likely_buyer'], 'EUR').states.likely_buyer!;

/** Plays visitors who meet no message, and scores them as the served model does and as the expert does, in the features that the engine had as the campaign fired. */
export function heldOut(config: DeviceConfig, { seed, count, day, drifted }: { readonly seed: number; readonly count: number; readonly day: number; readonly drifted: boolean }): HeldOut {
  // Asked of everybody, and shown to nobody.
  const asked: DeviceConfig = { ...config, holdout: 1, campaigns: config.campaigns.map(({ conditions: _any, ...campaign }) => campaign) };
  const prepared = prepare(asked);
  const held = { served: [] as number[], expert: [] as number[], bought: [] as number[], visitors: [] as number[] };
  for (let nth = 0; nth < count; nth++) {
    const visitor = drawVisitor({ id: `h${nth}`, seed: seedOf(seed, 2, day * count + nth), day: FIRST_DAY + day * DAY, drifted });
    for (const visit of visitor.visits) {
      const { summary, bought } = playVisit(visit, { config: asked, prepared, visitor: visitor.id, session: `h${nth}`, random: () => 0.5 });
      const moment = summary.snapshots.find(({ on }) => on === 'exposure');
      if (moment) {
        const features = Object.fromEntries(COLUMNS.map((name, at) => [name, moment.x[at] === -1 ? undefined : moment.x[at]]));
        held.served.push(score(config.model!.states.likely_buyer!, features).logit);
        held.expert.push(score(EXPERT, features).logit);
        held.bought.push(+bought);
        held.visitors.push(nth);
      }
      if (bought) break;
    }
  }
  return held;
}
