import type { EpochMs } from '@tactful/protocol';
import { close } from './decide/close.ts';
import { ripen } from './decide/ripen.ts';
import type { Core } from './memory.ts';
import { passTime } from './summarize/passTime.ts';

/** Lets time pass to `at` on the device's clock. */
export function pass(core: Core, at: EpochMs): void {
  passTime(core, at + core.shift);
  close(core, core.at);
  ripen(core);
  core.stages.sense(core);
}
