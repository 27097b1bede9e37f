import type { DeviceCondition, EpochMs } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { TIMED } from '../summarize/TIMED.ts';
import type { Flat } from './evaluate.ts';
import { judge } from './judge.ts';

/** When time alone may open the gate in the way of an open opportunity, on the device's clock; no number where it can't. */
export function opensAt(core: Core, id: string): EpochMs {
  // Who takes the slot leaves it by a fact.
  if (core.slot) return Infinity;
  // The last gate that was looked at is shut, or it is `priority`.
  const { gate, wanted, opensAt: moment } = judge(core, core.campaigns[id]!).pop()!;
  return gate == 'conditions' ? turnsAt(core, wanted as DeviceCondition) : core.at + moment! - core.now;
}

/** When time alone may change a condition. */
function turnsAt(core: Core, condition: DeviceCondition): EpochMs {
  const { all, any, not, feature, value } = condition as Flat;
  const parts = all || any || not && [not];
  return parts ? Math.min(...parts.map((part) => turnsAt(core, part))) : TIMED.includes(feature) ? core.at + 1_000 : core.stages.soon(core, feature, value as number) || Infinity;
}
