import type { Milliseconds } from '@tactful/protocol';
import { NEVER_MS } from '@tactful/engine';
import type { Watch } from '../observe/watch.ts';
import { isPressable } from './isPressable.ts';
import { startChanges } from './changes.ts';
import { createRage } from './rage.ts';
import type { Watched } from './watched.ts';

/** A click that changed nothing for so long is dead. */
const DEAD_MS: Milliseconds = 2_500;

/** What became of a click that waits for its effect. */
interface Waiting { readonly element: Element; readonly at: number; late?: boolean }

/**
 * Rage clicks, dead clicks and slow ones. A click on what looks pressable waits for its first effect: a change of the document, a
 * scroll, a field that takes the focus, a route. What changes by itself all the time (a carousel) is no effect.
 */
export function startClicks({ scope, observe, now }: Watch, watched: () => Watched): void {
  let waiting: Waiting | undefined;
  let stop = (): void => undefined;
  const rage = createRage();
  const tell = (on: 'rage_click' | 'dead_click' | 'slow', element: Element, more?: { readonly ms: Milliseconds; readonly late: boolean | undefined }): void =>
    observe({ kind: 'sense', on, targets: watched()(on, element), ...more });
  /** It had its effect. */
  const end = (): void => {
    if (waiting) tell('slow', waiting.element, { ms: now() - waiting.at, late: waiting.late });
    drop();
  };
  const drop = (): void => {
    waiting = undefined;
    stop();
  };
  const dead = (): void => {
    if (!waiting) return;
    tell('dead_click', waiting.element);
    waiting.late = true;
    // It may have an effect yet, which is slow then.
    stop = scope.after(NEVER_MS - DEAD_MS, drop);
  };
  startChanges(scope, () => waiting, end);
  scope.listen(document, 'click', (event: MouseEvent) => {
    const { target } = event;
    if (!event.isTrusted || !(target instanceof Element) || target.closest('[data-tactful-ignore]')) return;
    if (rage(event, target)) tell('rage_click', target);
    drop();
    if (!isPressable(event, target)) return;
    waiting = { element: target, at: now() };
    stop = scope.after(DEAD_MS, dead);
  });
  // Hidden, or left: how it ended is not seen any more.
  scope.listen(document, 'visibilitychange', drop);
  scope.listen(window, 'pagehide blur', drop);
}
