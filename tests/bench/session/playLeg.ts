import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright-core';
import { placeOf } from './shopPage.ts';
import type { Step } from './SESSION.ts';

interface Place { readonly x: number; readonly y: number }

/** The left button goes down there; gives what lets it go. */
async function hold(cdp: CDPSession, { x, y }: Place): Promise<() => Promise<unknown>> {
  const at = { x, y, button: 'left', clickCount: 1 } as const;
  await cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  await cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
  return () => cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
}

/** A press of the left button there. */
export const press = async (cdp: CDPSession, place: Place): Promise<unknown> => (await hold(cdp, place))();

/** A press of a link that leaves the page: the page may be gone before it has answered, so the next one is waited for instead. */
export async function pressAway(page: Page, cdp: CDPSession, place: Place): Promise<void> {
  const release = await hold(cdp, place);
  const loaded = page.waitForEvent('load');
  release().catch(() => undefined);
  await loaded;
}

/** Does one thing as the browser's own input, which pages cannot tell from a hand. */
export async function playStep(cdp: CDPSession, step: Step): Promise<unknown> {
  const move = (x: number, y: number): Promise<unknown> => cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
  switch (step.do) {
    case 'move': return move(step.x, step.y);
    case 'hover': {
      const { x, y } = placeOf(step.card);
      return move(x, y);
    }
    case 'click': return press(cdp, placeOf(step.card));
    case 'scroll': return cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 640, y: 430, deltaX: 0, deltaY: step.by });
    case 'error': return press(cdp, placeOf('fail'));
    case 'cart': return press(cdp, placeOf('add'));
    case 'hesitate': {
      const { x, y } = placeOf('add');
      await move(x, y);
      return delay(step.ms);
    }
  }
}

export async function playLeg(cdp: CDPSession, steps: readonly Step[]): Promise<void> {
  for (const step of steps) await playStep(cdp, step);
}
