import type { Milliseconds } from '@tactful/protocol';
import type { Watch } from '../observe/watch.ts';

/** The pointer's speed is taken over at least this long. */
const SAMPLE_MS: Milliseconds = 40;
/** A hand that rested before it left is timed as if it had set out so long ago. */
const REST_MS: Milliseconds = 200;
/** Upward speed that means leaving and not reading, px per ms. Good enough: hands that reach for the tab bar move at 0.6 to 4. */
const FAST_PX_PER_MS = 0.4;

/** Exit intent of a mouse: out through the top, fast. "Not in the first seconds" is each clause's own `after`. */
export function startExit({ scope, observe }: Watch): void {
  let time = 0, y = 0, lastTime = 0, lastY = 0;
  scope.listen(document, 'mousemove mouseout', ({ type, timeStamp, clientY, relatedTarget }: MouseEvent) => {
    if (timeStamp - lastTime > SAMPLE_MS) {
      [time, y] = [lastTime, lastY];
      [lastTime, lastY] = [timeStamp, clientY];
    }
    if (type == 'mouseout' && !relatedTarget && clientY <= 0 && y - clientY > FAST_PX_PER_MS * Math.min(timeStamp - time, REST_MS)) observe({ kind: 'exit_intent' });
  });
}
