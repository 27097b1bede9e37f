import type { DeviceCondition, EpochMs, Milliseconds } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { TIMED } from '../summarize/TIMED.ts';
import type { Flat } from './evaluate.ts';
import { judge } from './judge.ts';

/** When time alone may open the gate in the way of an open opportunity, on the device's clock. */
export function opensAt(core: Core, id: string): EpochMs {
  // Who takes the slot leaves it by a fact.
  if (core.slot) return Infinity;
  // The last gate that was looked at is shut, or it is `priority`.
  const { gate, wanted, opensAt: moment = Infinity } = judge(core, core.campaigns[id]!).pop()!;
  return core.at + (gate == 'conditions' ? turnsIn(core, wanted as DeviceCondition) : moment - core.now);
}

/** How long until time alone may change a condition. */
function turnsIn(core: Core, condition: DeviceCondition): Milliseconds {
  const { all, any, not, feature, value } = condition as Flat;
  const parts = all || any || not && [not];
  return parts ? Math.min(...parts.map((part) => turnsIn(core, part))) : TIMED.includes(feature) ? 1_000 : core.stages.turns(core, feature, value as number) || Infinity;
}
