import { LIMITS } from '@tactful/protocol';
import { add } from '../add.ts';
import type { Exposed } from '../engine.ts';
import type { Core, OpenExposure } from '../memory.ts';
import { ARMS } from './arms.ts';
import { chargeCaps } from './chargeCaps.ts';
import { chooseMessage } from './chooseMessage.ts';
import { drawArm } from './drawArm.ts';
import { forget } from './forget.ts';
import { judge } from './judge.ts';

/**
 * Gives one campaign its chance: draws the arm, charges the caps alike in every arm, takes the slot and resets the
 * campaign's clauses. A shadow campaign takes no slot.
 */
export function expose(core: Core, id: string): Exposed {
  const campaign = core.campaigns[id]!;
  const { caps, tally, permission: { measured } } = core;
  const letter = drawArm(core, campaign);
  const { variant, message } = chooseMessage(core, campaign);
  const fired = core.open[id]!.fired.map((place) => campaign.clauses[place]!.spec);
  const exposure: OpenExposure = {
    id: Math.floor(core.random() * 2 ** 53).toString(36),
    campaign: id, version: campaign.spec.version, variant, arm: ARMS[letter]!, at: core.now, outcome: 'none', reason: '',
    trace: judge(core, campaign).flatMap(({ value }, gate) => (typeof value == 'number' ? [[gate, Math.round(value * 1e3) / 1e3] as const] : [])),
  };
  chargeCaps(core, campaign, 1, ({ cooldown = 0, after }) => Math.max(cooldown, letter != 't' && after && after.ignore || 0));
  delete core.open[id];
  forget(core, id + '/');
  if (letter != 's') {
    core.slot = exposure;
    core.stale = false;
    core.shownHere++;
    if (measured) caps.arms = { ...caps.arms, [id]: letter };
  }
  if (measured) {
    core.stages.snapshot(core, 'exposure');
    if (tally.exposures.length < LIMITS.exposures) tally.exposures = [...tally.exposures, exposure];
    else add(tally.loss, 'exposures');
    core.urgent = true;
  }
  return { exposure, message, fired, measured };
}
