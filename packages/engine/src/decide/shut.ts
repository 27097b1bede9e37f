import { GATES } from '@tactful/protocol';
import { add } from '../add.ts';
import type { Core } from '../memory.ts';
import { judge } from './judge.ts';

/** Counts the gate in the way of an opportunity that closes: the first shut one, or a late one. */
export function shut(core: Core, id: string): void {
  const { gates } = core.tally;
  const { length, [length - 1]: last } = judge(core, core.campaigns[id]!);
  const gate = last!.passed ? core.open[id]!.late : length - 1;
  if (!last!.passed || gate) add(gates[id] = gates[id] || {}, GATES[gate!]!);
}
