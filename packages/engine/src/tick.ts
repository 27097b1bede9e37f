import type { EpochMs } from '@tactful/protocol';
import type { Core } from './memory.ts';
import { pass } from './pass.ts';

/** Lets time pass. */
export function tick(core: Core, at: EpochMs): void {
  pass(core, at);
  core.stages.shadows(core);
}
