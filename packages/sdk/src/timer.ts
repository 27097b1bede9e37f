import type { EpochMs } from '@tactful/protocol';
import type { Core } from './core.ts';
import type { Stop } from './scope.ts';

/** Twenty-three days. Above 2,147,483,647 ms `setTimeout` fires at once. https://developer.mozilla.org/docs/Web/API/Window/setTimeout#maximum_delay_value */
const MAX_DELAY_MS = 2_000_000_000;

/**
 * The one timer of the engine, set to its next deadline. A hidden page has none: no active time passes, and what waits for
 * the wall clock is looked at on its return.
 * @returns sets it anew; cheap while the deadline stays
 */
export function createTimer({ scope, now }: Pick<Core, 'scope' | 'now'>, tick: (at: EpochMs) => void): (next: EpochMs) => void {
  let armed = Infinity;
  let cancel: Stop | false | undefined;
  return (next) => {
    if (document.visibilityState == 'hidden') next = Infinity;
    if (next == armed) return;
    if (cancel) cancel();
    armed = next;
    cancel = next < Infinity && scope.after(Math.min(next - now(), MAX_DELAY_MS), () => {
      armed = Infinity;
      // A timer may come a moment early.
      tick(Math.max(now(), Math.min(next, now() + 5)));
    });
  };
}
