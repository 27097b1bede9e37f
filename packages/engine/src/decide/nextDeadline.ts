import type { EpochMs } from '@tactful/protocol';
import type { Core } from '../core.ts';
import { ACTIVITY } from '../summarize/passTime.ts';
import type { Clause, Opportunity } from './clause.ts';
import { each } from './each.ts';
import { judge } from './judge.ts';

/** The next moment, on the device's clock, at which time alone can change an answer; `Infinity` when none can. */
export function nextDeadline(core: Core): EpochMs {
  const { state } = core;
  const { at, input } = state;
  let next = Infinity;
  const consider = (moment: EpochMs): void => {
    if (moment > at && moment < next) next = moment;
  };
  if (state.visible) {
    if (state.focused) {
      const ripe = at + core.soonest - state.active;
      if (state.playing) consider(at + ACTIVITY);
      // Past the activity limit the active clock stands, and only input moves it on.
      if (state.playing || ripe <= input + ACTIVITY) consider(ripe);
    }
    each<Clause>(core, 'idle', (clause) => {
      if (clause.stamp != input) consider(input + (clause.spec.for as number));
    });
  }
  for (const campaign of core.open) {
    consider((campaign.open as Opportunity).until);
    const { gate, passed, opensAt } = judge(core, campaign).pop()!;
    if (opensAt) consider(at + opensAt - core.now);
    // Features that count seconds may open the conditions.
    if (gate == 'conditions' && !passed) consider(at + 1_000);
  }
  return next;
}
