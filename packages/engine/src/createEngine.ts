import { carry } from './carry.ts';
import { createCore } from './createCore.ts';
import { DECIDE } from './decide/DECIDE.ts';
import { due } from './decide/due.ts';
import { explain } from './decide/explain.ts';
import { force } from './decide/force.ts';
import { nextDeadline } from './decide/nextDeadline.ts';
import { take } from './decide/take.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { observe } from './observe.ts';
import { restore } from './restore.ts';
import { SENSE } from './sense/SENSE.ts';
import { KEEP } from './summarize/KEEP.ts';
import { summarize } from './summarize/summarize.ts';
import { tick } from './tick.ts';

/** Makes an engine with all its stages; see {@link Engine}. */
export function createEngine(options: EngineOptions): Engine {
  const { carried } = options;
  const core = createCore({ ...options, stages: { ...DECIDE, ...KEEP, ...SENSE } }, carried && ((memory) => restore(memory, carried, options)));
  return {
    observe: (observation) => observe(core, observation),
    tick: (at) => tick(core, at),
    nextDeadline: () => nextDeadline(core),
    due: () => due(core),
    expose: (campaign, late) => take(core, campaign, late),
    force: (campaign) => force(core, campaign),
    summary: () => summarize(core),
    urgent: () => core.urgent,
    explain: (campaign) => explain(core, campaign),
    carry: () => carry(core),
    caps: () => ({ ...core.caps }),
    activeMs: () => core.tally.activeMs,
  };
}
