import type { EpochMs } from '@tactful/protocol';
import type { Core, Tallies } from '../memory.ts';
import { FRESH } from './fresh.ts';
import type { Scope } from './scopesOf.ts';

/**
 * Looks at one scope of caps.
 * @returns what is used up and how much was allowed, by rule (`page`, `session`, `lifetime`, `custom0` …; `wait` in ms),
 * and when time alone opens it: `Infinity` when it does not, 0 when it is open.
 */
export function checkCaps(core: Core, [key, frequency]: Scope): readonly [value: Tallies, wanted: Tallies, opensAt: EpochMs] {
  const { shown, lifetime, waitUntil } = core.caps.scopes[key] || FRESH;
  const value: Tallies = {};
  const wanted: Tallies = {};
  let opensAt = 0;
  // A missing cap compares as NaN: it allows everything.
  const check = (rule: string, seen: number, cap: number | undefined, opens: EpochMs): void => {
    if (seen >= cap!) {
      value[rule] = seen;
      wanted[rule] = cap!;
      opensAt = Math.max(opensAt, opens);
    }
  };
  check('page', core.shownOnVisit[key] || 0, frequency.page, Infinity);
  check('session', shown.filter((one) => one[1] == core.session).length, frequency.session, Infinity);
  check('lifetime', lifetime, frequency.lifetime, Infinity);
  (frequency.custom || []).forEach(({ cap, period }, index) => {
    const recent = shown.filter((one) => one[0] > core.now - period);
    check('custom' + index, recent.length, cap, (recent[recent.length - cap] || [Infinity])[0] + period);
  });
  check('wait', waitUntil - core.now, 1, waitUntil);
  return [value, wanted, opensAt];
}
