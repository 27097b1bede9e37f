import type { EpochMs } from '@tactful/protocol';
import { close } from './decide/close.ts';
import { each } from './decide/each.ts';
import { ENDED } from './decide/ended.ts';
import { occur } from './decide/occur.ts';
import { ripen } from './decide/ripen.ts';
import type { Core } from './memory.ts';
import { passTime } from './summarize/passTime.ts';

/** Lets time pass to `at` on the device's clock. */
export function pass(core: Core, at: EpochMs): void {
  passTime(core, at + core.shift);
  close(core, core.at);
  ripen(core);
  // Nothing but time makes a visitor idle: no other fact needs to look.
  if (core.visible) each(core, 'idle', (clause) => {
    if (!core.due[clause.key] && core.at - core.input >= clause.spec.for!) {
      core.due[clause.key] = ENDED;
      occur(core, clause);
    }
  });
}
