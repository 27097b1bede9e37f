import type { CDPSession } from 'playwright-core';
import type { Sample } from './Trace.ts';

const TYPE = { Move: 'mouseMoved', Drag: 'mouseMoved', Pressed: 'mousePressed', Released: 'mouseReleased' } as const;
const BUTTON = { NoButton: 'none', Left: 'left', Right: 'right', Other: 'middle' } as const;
/** `MouseEvent.buttons`. */
const HELD = { NoButton: 0, Left: 1, Right: 2, Other: 4 } as const;

/** Plays one sample as real input of the browser; resolves when the page has handled it. */
export async function dispatchSample(cdp: CDPSession, { state, button, x, y }: Sample): Promise<void> {
  const held = state === 'Drag' || state === 'Pressed' ? HELD[button] : 0;
  await cdp.send('Input.dispatchMouseEvent', {
    type: TYPE[state], x, y, button: BUTTON[button], buttons: held, clickCount: state === 'Pressed' || state === 'Released' ? 1 : 0, pointerType: 'mouse',
  });
}
