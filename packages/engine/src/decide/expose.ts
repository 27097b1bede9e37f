import type { Exposed } from '../engine.ts';
import type { Core } from '../core.ts';
import type { OpenExposure } from '../state.ts';
import { snapshot } from '../summarize/snapshot.ts';
import { keep } from '../summarize/keep.ts';
import { ARMS } from './arms.ts';
import { chargeCaps } from './chargeCaps.ts';
import { chooseMessage } from './chooseMessage.ts';
import type { Campaign, Opportunity } from './clause.ts';
import { drawArm } from './drawArm.ts';
import { judge } from './judge.ts';

/**
 * Gives one campaign its chance: draws the arm, charges the caps alike in every arm, takes the slot and resets the
 * campaign's clauses. A shadow campaign takes no slot.
 */
export function expose(core: Core, campaign: Campaign): Exposed {
  const { state, caps, open, options } = core;
  const { id, version } = campaign.spec;
  const { measured } = state.permission;
  const letter = drawArm(core, campaign);
  const { variant, message } = chooseMessage(core, campaign);
  const { fired } = campaign.open as Opportunity;
  const exposure: OpenExposure = {
    id: Math.floor(options.random() * 2 ** 53).toString(36),
    campaign: id, version, variant, arm: ARMS[letter], at: core.now, outcome: 'none', reason: '',
    trace: judge(core, campaign).flatMap(({ value }, index) => (typeof value == 'number' ? [[index, Math.round(value * 1e3) / 1e3] as const] : [])),
    measured,
  };
  const ghost = letter != 't';
  chargeCaps(core, campaign, 1, ({ cooldown = 0, after }) => Math.max(cooldown, ghost && after && after.ignore || 0));
  campaign.open = null;
  open.splice(open.indexOf(campaign), 1);
  for (const clause of campaign.clauses) {
    clause.rows = {};
    clause.at = NaN;
  }
  if (letter != 's') {
    state.slot = exposure;
    state.shownHere++;
    if (measured) caps.arms = { ...caps.arms, [id]: letter };
  }
  if (measured) {
    snapshot(core, 'exposure');
    keep(core, 'exposures', exposure);
    core.urgent = true;
  }
  return { exposure, message, fired: fired.map((one) => one.spec), measured };
}
