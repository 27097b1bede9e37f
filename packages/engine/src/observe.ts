import type { Core } from './memory.ts';
import type { Observation } from './observation.ts';
import { pass } from './pass.ts';
import { ripen } from './decide/ripen.ts';
import { fold } from './summarize/fold.ts';

/** Folds in one fact. Time passes to `observation.at` first. */
export function observe(core: Core, observation: Observation): void {
  pass(core, observation.at);
  fold(core, observation);
  ripen(core);
  core.stages.shadows(core);
}
