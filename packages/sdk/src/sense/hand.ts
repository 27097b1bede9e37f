import type { Core } from '../core.ts';
import type { PointerSample } from './findMovements.ts';
import { pointerScore } from './pointerScore.ts';

/** Samples that are taken of a page, and after how many the score is looked at each time. */
const SAMPLES = 400, EVERY = 100;

/** How sure it is that a script moves the mouse, for `bot` in summaries. Of the samples nothing else is made, and they go with the page. */
export function startHand(core: Core): void {
  const samples: PointerSample[] = [];
  const stop = core.scope.listen(document, 'pointermove', ({ pointerType, timeStamp, clientX, clientY }: PointerEvent) => {
    if (pointerType != 'mouse') return;
    const count = samples.push([timeStamp, clientX, clientY]);
    if (count % EVERY) return;
    const score = pointerScore(samples);
    if (score != null) core.hand = Math.round(100 * score) / 100;
    if (count == SAMPLES) stop();
  });
}
