import type { EpochMs } from '@tactful/protocol';
import { begin } from './begin.ts';
import { bump } from './bump.ts';
import { carry } from './carry.ts';
import type { Core } from './core.ts';
import { chooseMessage } from './decide/chooseMessage.ts';
import { close } from './decide/close.ts';
import type { Opportunity } from './decide/clause.ts';
import { expose } from './decide/expose.ts';
import { findDue } from './decide/findDue.ts';
import { judge } from './decide/judge.ts';
import { lateGate } from './decide/lateGate.ts';
import { nextDeadline } from './decide/nextDeadline.ts';
import { passes } from './decide/passes.ts';
import { ripen } from './decide/ripen.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { restore } from './restore.ts';
import { enter } from './summarize/enter.ts';
import { fold } from './summarize/fold.ts';
import { listenHere } from './summarize/listenHere.ts';
import { passTime } from './summarize/passTime.ts';
import { summarize } from './summarize/summarize.ts';

/** Takes up carried state; what can't be read is left, and counted. */
function start(options: EngineOptions): Core {
  const { carried } = options;
  const core = begin(options);
  try {
    if (carried) restore(core, carried);
    return core;
  } catch (_error) {
    const fresh = begin(options);
    bump(fresh.tally.loss, 'carried');
    return fresh;
  }
}

/** Makes an engine; see {@link Engine}. */
export function createEngine(options: EngineOptions): Engine {
  const core = start(options);
  const { state, campaigns } = core;
  const sameSession = !options.carried || options.carried['session'] == options.session;

  const pass = (at: EpochMs): void => {
    passTime(core, at + core.shift);
    for (const campaign of core.open.slice()) if ((campaign.open as Opportunity).until <= state.at) close(core, campaign);
    ripen(core);
  };
  /** Shadow campaigns take their chance unseen, as soon as they could. */
  const shadows = (): void => {
    for (const campaign of core.open.slice())
      if (campaign.spec.status == 'shadow' && state.permission.measured && passes(core, campaign)) expose(core, campaign);
  };

  passTime(core, state.at);
  if (state.visit) {
    if (sameSession) listenHere(core);
    else enter(core, state.page, state.type);
  }
  return {
    observe(observation) {
      pass(observation.at);
      fold(core, observation);
      core.features = null;
      ripen(core);
      shadows();
    },
    tick(at) {
      pass(at);
      shadows();
    },
    nextDeadline: () => nextDeadline(core) - core.shift,
    due() {
      const campaign = findDue(core);
      if (!campaign) return null;
      const { until, fired } = campaign.open as Opportunity;
      return { campaign: campaign.spec.id, ...chooseMessage(core, campaign), until: until - core.shift, fired: fired.map((one) => one.spec) };
    },
    expose(id, late) {
      const campaign = findDue(core);
      if (!campaign || campaign.spec.id != id) return null;
      return ((campaign.open as Opportunity).late = lateGate(late)) ? null : expose(core, campaign);
    },
    force(id) {
      const campaign = campaigns[id];
      return campaign && campaign.spec.status == 'live' && !campaign.unsupported && !options.config.halt ? chooseMessage(core, campaign).message : null;
    },
    summary() {
      core.urgent = false;
      return summarize(core);
    },
    urgent: () => core.urgent,
    explain(id) {
      const due = findDue(core);
      return Object.keys(campaigns).filter((key) => id == null || key == id).map((campaign) => {
        const gates = judge(core, campaigns[campaign]!, due ? due.spec.id : '');
        const { slot } = state;
        return {
          campaign,
          eligible: gates.slice(0, 12).every((one) => one.passed),
          shown: !!slot && slot.campaign == campaign && slot.arm == 'treatment',
          gates,
        };
      });
    },
    carry: () => carry(core),
    caps: () => ({ ...core.caps, scopes: { ...core.caps.scopes }, arms: { ...core.caps.arms } }),
    activeMs: () => core.tally.activeMs,
  };
}
