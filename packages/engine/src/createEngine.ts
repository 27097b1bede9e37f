import type { EpochMs } from '@tactful/protocol';
import { add } from './add.ts';
import { begin } from './begin.ts';
import { carry } from './carry.ts';
import { chooseMessage } from './decide/chooseMessage.ts';
import { close } from './decide/close.ts';
import { prepare } from './decide/prepare.ts';
import { expose } from './decide/expose.ts';
import { findDue } from './decide/findDue.ts';
import { judge } from './decide/judge.ts';
import { lateGate } from './decide/lateGate.ts';
import { nextDeadline } from './decide/nextDeadline.ts';
import { ripen } from './decide/ripen.ts';
import type { Engine, EngineOptions } from './engine.ts';
import type { Core } from './memory.ts';
import { restore } from './restore.ts';
import { enter } from './summarize/enter.ts';
import { fold } from './summarize/fold.ts';
import { listen } from './summarize/listen.ts';
import { passTime } from './summarize/passTime.ts';
import { summarize } from './summarize/summarize.ts';

/** Makes an engine; see {@link Engine}. */
export function createEngine(options: EngineOptions): Engine {
  const { config, carried, prepared = prepare(config, options.traits) } = options;
  let memory = begin(options);
  let shift = 0;
  if (carried) try {
    shift = restore(memory, carried, options);
  } catch (_error) {
    memory = begin(options);
    add(memory.tally.loss, 'carried');
  }
  const core: Core = { ...options, ...prepared, here: [], now: 0, urgent: false, shift, stale: !!carried, ...memory };
  const { campaigns, open } = core;
  for (const id in open) if (!campaigns[id]) delete open[id];

  const pass = (at: EpochMs): void => {
    passTime(core, at + core.shift);
    close(core, core.at);
    ripen(core);
  };
  /** Shadow campaigns take their chance unseen, as soon as they could. */
  const shadows = (): void => {
    for (let id; core.permission.measured && (id = findDue(core, 'shadow'));) expose(core, id);
  };

  passTime(core, core.at);
  listen(core);
  // A new session on the same page.
  if (core.places.length && carried!['session'] != options.session) enter(core, core.page, core.type);
  ripen(core);
  return {
    observe(observation) {
      pass(observation.at);
      fold(core, observation);
      ripen(core);
      shadows();
    },
    tick(at) {
      pass(at);
      shadows();
    },
    nextDeadline: () => nextDeadline(core) - core.shift,
    due() {
      const id = findDue(core, 'live');
      const campaign = campaigns[id];
      if (!campaign) return null;
      const { until, fired } = core.open[id]!;
      return { campaign: id, ...chooseMessage(core, campaign), until: until - core.shift, fired: fired.map((place) => campaign.clauses[place]!.spec) };
    },
    expose: (id, late) => (findDue(core, 'live') != id || (core.open[id]!.late = lateGate(late)) ? null : expose(core, id)),
    force(id) {
      const campaign = campaigns[id];
      // The first gate is the status.
      return campaign && campaign.spec.status == 'live' && judge(core, campaign)[0]!.passed ? chooseMessage(core, campaign).message : null;
    },
    summary() {
      core.urgent = false;
      return summarize(core);
    },
    urgent: () => core.urgent,
    explain(id) {
      const winner = findDue(core, 'live');
      return Object.keys(campaigns).filter((key) => id == null || key == id).map((campaign) => {
        const gates = judge(core, campaigns[campaign]!, winner);
        return {
          campaign,
          eligible: gates.slice(0, 12).every((gate) => gate.passed),
          shown: !!core.slot && core.slot.campaign == campaign && core.slot.arm == 'treatment',
          gates,
        };
      });
    },
    carry: () => carry(core),
    caps: () => ({ ...core.caps }),
    activeMs: () => core.tally.activeMs,
  };
}
