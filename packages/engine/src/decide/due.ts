import type { Due } from '../engine.ts';
import type { Core } from '../memory.ts';
import { chooseMessage } from './chooseMessage.ts';
import { findDue } from './findDue.ts';

/** The winner among open opportunities; see `Engine.due`. */
export function due(core: Core): Due | null {
  const id = findDue(core, 'live');
  if (!id) return null;
  const campaign = core.campaigns[id]!;
  const { until, fired } = core.open[id]!;
  return { campaign: id, ...chooseMessage(core, campaign), until: until - core.shift, fired: fired.map((place) => campaign.clauses[place]!.spec) };
}
