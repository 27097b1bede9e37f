import type { EpochMs } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { judge } from './judge.ts';

/** When time alone may open the gate in the way of an open opportunity, on the device's clock. */
export function opensAt(core: Core, id: string): EpochMs {
  const { gate, passed, opensAt: moment = Infinity } = judge(core, core.campaigns[id]!).pop()!;
  // Features that count seconds may open the conditions.
  return gate == 'conditions' && !passed ? core.at + 1_000 : core.at + moment - core.now;
}
