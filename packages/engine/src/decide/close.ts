import { GATES } from '@tactful/protocol';
import { add } from '../add.ts';
import type { Core } from '../memory.ts';
import { judge } from './judge.ts';

/** Closes opportunities that nobody took until `at`, and counts the gate in the way of each: the first shut one, or a late one. */
export function close(core: Core, at: number): void {
  const { open, campaigns } = core;
  const { gates } = core.tally;
  for (const id in open) {
    if (open[id]!.until > at) continue;
    const { length, [length - 1]: last } = judge(core, campaigns[id]!);
    const shut = last!.passed ? open[id]!.late : length - 1;
    if (!last!.passed || shut) add(gates[id] = gates[id] || {}, GATES[shut]!);
    delete open[id];
  }
}
