import type { EpochMs } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { judge } from './judge.ts';

/** When time alone may open the gate in the way of an open opportunity, on the device's clock. */
export function opensAt(core: Core, id: string): EpochMs {
  const { gate, passed, value, opensAt: moment = Infinity } = judge(core, core.campaigns[id]!).pop()!;
  // Features that count seconds or tell the hour may open the conditions.
  return gate == 'conditions' && !passed && /seconds|time/.test(Object.keys(value as object).join()) ? core.at + 1_000 : core.at + moment - core.now;
}
