import type { DeviceFrequency, EpochMs } from '@tactful/protocol';
import type { Core } from '../core.ts';
import type { Tallies } from '../state.ts';
import { KEPT } from './kept.ts';

/**
 * Looks at one scope of caps.
 * @returns what is used up and how much was allowed, by rule (`page`, `session`, `lifetime`, `custom0` …; `wait` in ms),
 * and when time alone opens it: `Infinity` when it does not.
 */
export function checkCaps(core: Core, key: string, frequency: DeviceFrequency): { readonly value: Tallies; readonly wanted: Tallies; readonly opensAt: EpochMs } {
  const { now } = core;
  const { shown, lifetime, waitUntil } = core.caps.scopes[key] || { shown: [], lifetime: 0, waitUntil: 0 };
  const value: Tallies = {};
  const wanted: Tallies = {};
  let opensAt = 0;
  // A missing cap compares as NaN: it allows everything.
  const check = (rule: string, seen: number, cap: number | undefined, opens: EpochMs): void => {
    if (seen >= (cap as number)) {
      value[rule] = seen;
      wanted[rule] = cap as number;
      opensAt = Math.max(opensAt, opens);
    }
  };
  check('page', core.state.shownOnVisit[key] || 0, frequency.page, Infinity);
  check('session', shown.filter((one) => one[1] == core.options.session).length, Math.min(frequency.session as number, KEPT), Infinity);
  check('lifetime', lifetime, frequency.lifetime, Infinity);
  (frequency.custom || []).forEach(({ cap, period }, index) => {
    const recent = shown.filter((one) => one[0] > now - period);
    const allowed = Math.min(cap, KEPT);
    check('custom' + index, recent.length, allowed, (recent[recent.length - allowed] || [Infinity])[0] + period);
  });
  check('wait', waitUntil - now, 1, waitUntil);
  return { value, wanted, opensAt };
}
