import type { EpochMs } from '@tactful/protocol';
import type { Core } from '../memory.ts';
import { judge } from './judge.ts';

/** When time alone may open the gate in the way of an open opportunity, on the device's clock. */
export function opensAt(core: Core, id: string): EpochMs {
  // The last gate that was looked at is shut, or it is `priority`.
  const { gate, value, opensAt: moment = Infinity } = judge(core, core.campaigns[id]!).pop()!;
  // Features of ours that count seconds or tell the hour may open the conditions; `user.…` and `x.…` are the site's.
  return gate == 'conditions' && Object.keys(value as object).some((name) => /^(time\.|[^ux].*_seconds$)/.test(name)) ? core.at + 1_000 : core.at + moment - core.now;
}
