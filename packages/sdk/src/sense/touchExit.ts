import type { Milliseconds } from '@tactful/protocol';
import type { Watch } from '../observe/watch.ts';

/** A finger that goes down so fast, so far, takes the page up to leave it, and not to read; near the top is within so many screens of it. */
const FAST_PX_PER_MS = 1, FAR_PX = 100, NEAR_SCREENS = 1.5;
/** The speed is that of the last part of the flick, at least so long: a browser that scrolls holds the moves back, or tells none. */
const LAST_MS: Milliseconds = 100;
/** Away for less is a glance. */
const AWAY_MS: Milliseconds = 2_000;
/** A page that is come back to is entered anew, and its first seconds are no exit: it is told behind those that clauses leave out if they say nothing else. */
const FIRST_MS: Milliseconds = 6_000;

/** Exit intent by touch: a fast upward flick near the top; or back, or another tab, and return. */
export function startTouchExit({ scope, observe, now }: Watch): void {
  if (!matchMedia('(hover: none)').matches) return;
  const tell = (): void => observe({ kind: 'exit_intent' });
  let points: { readonly at: number; readonly y: number }[] = [];
  let deep = false, hidden = Infinity;
  scope.listen(document, 'touchstart touchmove touchend', ({ type, timeStamp: at, touches, changedTouches }: TouchEvent) => {
    const { clientY: y, pageY } = changedTouches[0]!;
    // Read from the event: asking the page would make it lay itself out.
    const scrolled = pageY - y;
    deep = deep || scrolled > screen.height / 2;
    if (type == 'touchstart') points = [];
    points.push({ at, y });
    if (type != 'touchend' || touches.length) return;
    const start = points[0]!;
    const last = points.filter((point) => at - point.at >= LAST_MS).pop() || start;
    const fast = (y - last.y) / (at - last.at) >= FAST_PX_PER_MS;
    if (fast && deep && y - start.y >= FAR_PX && scrolled < NEAR_SCREENS * screen.height) {
      deep = false;
      tell();
    }
  });
  scope.listen(document, 'visibilitychange', () => {
    if (document.visibilityState == 'hidden') hidden = now();
    else if (now() - hidden >= AWAY_MS) tell();
  });
  scope.listen(window, 'pageshow', ({ persisted }) => persisted && scope.after(FIRST_MS, tell));
}
