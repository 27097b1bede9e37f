import type { Trace } from '../replay-pointer/Trace.ts';
import type { Press } from './Press.ts';

/** What systems take for a double click. */
const DOUBLE_MS = 500, DOUBLE_PX = 4;

/** The left clicks of a recording, with the hand's own timing and movement. */
export function pressesOf({ samples }: Trace): Press[] {
  const width = samples.reduce((most, { x }) => Math.max(most, x), 1);
  const height = samples.reduce((most, { y }) => Math.max(most, y), 1);
  const presses: Press[] = [];
  let pressed: { readonly at: number; readonly x: number; readonly y: number; readonly count: number } | undefined;
  let last: typeof pressed;
  for (const { at, button, state, x, y } of samples) {
    if (button !== 'Left') continue;
    if (state === 'Pressed') {
      const again = last && at - last.at <= DOUBLE_MS && Math.hypot(x - last.x, y - last.y) <= DOUBLE_PX;
      last = pressed = { at, x, y, count: again ? last!.count + 1 : 1 };
    } else if (state === 'Released' && pressed) {
      const place = (at: { readonly x: number; readonly y: number }): Press['from'] => ({ x: at.x / width, y: at.y / height });
      presses.push({ down: pressed.at, up: at, from: place(pressed), to: place({ x, y }), count: pressed.count });
      pressed = undefined;
    }
  }
  return presses;
}
