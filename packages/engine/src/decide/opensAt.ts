import type { EpochMs } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { TIMED } from '../summarize/TIMED.ts';
import { judge } from './judge.ts';

/** When time alone may open the gate in the way of an open opportunity, on the device's clock. */
export function opensAt(core: Core, id: string): EpochMs {
  // Who takes the slot leaves it by a fact.
  if (core.slot) return Infinity;
  // The last gate that was looked at is shut, or it is `priority`.
  const { gate, value, opensAt: moment = Infinity } = judge(core, core.campaigns[id]!).pop()!;
  return gate == 'conditions' && Object.keys(value as object).some((name) => TIMED.includes(name) || name.startsWith('intent.')) ? core.at + 1_000 : core.at + moment - core.now;
}
