import type { Core } from '../core.ts';
import type { PointerSample } from './findMovements.ts';
import { pointerScore } from './pointerScore.ts';

/** Samples that are kept, and how many new ones make the score be looked at again. */
const SAMPLES = 400, EVERY = 100;

/** How sure it is that a script moves the mouse, for `bot` in summaries. Of the samples nothing else is made, and they go with the page. */
export function startHand({ scope }: Pick<Core, 'scope'>, told: (score: number) => void): void {
  const samples: PointerSample[] = [];
  let seen = 0;
  scope.listen(document, 'pointermove', ({ pointerType, timeStamp, clientX, clientY }: PointerEvent) => {
    if (pointerType != 'mouse') return;
    samples.push([timeStamp, clientX, clientY]);
    if (samples.length > SAMPLES) samples.shift();
    if (++seen % EVERY) return;
    const score = pointerScore(samples);
    if (score != null) told(Math.round(100 * score) / 100);
  });
}
