import type { Milliseconds } from '@tactful/protocol';
import type { Scope, Stop } from '../scope.ts';
import { ENGAGED_HEIGHT } from './boxes.ts';
import { nextSpot } from './place.ts';
import type { Spot, Widget } from './view.ts';

/** What the page does is looked at this long after it began, so at most that often; what slides in stands by then. */
const SOON_MS: Milliseconds = 400;
/** … and at most for one part of so many of the thread's time, unless that were later than so: a slow machine looks more rarely. */
const SHARE = 50, LATEST_MS: Milliseconds = 2_000;

/**
 * Keeps what is drawn on the page, and off the page's controls.
 *
 * When it grows that is looked at before it is painted; when the page scrolls or changes, soon after. While the mouse or a finger is
 * on it, or the visitor types in it, it stays where it is, and may only get lower.
 *
 * It is put back where the page took it away, as frameworks do that draw the whole document anew; once, since a page that takes it
 * away again does not want it.
 * @param spot where it stands; changed in place
 * @param removed it was taken away again
 * @returns is told whether a message is drawn; a launcher may stand there after that
 */
export function keepOnPage(scope: Scope, { element, root, move }: Widget, spot: Spot, removed: () => void): (drawn: boolean) => void {
  let stops: readonly Stop[] = [];
  /** So often may the page take it away until it has ended; 0 while no message is drawn. */
  let patience = 0;
  let over = false;
  let waits: unknown;
  let took: Milliseconds = 0;
  let known: number;
  const look = (own?: unknown): void => {
    if (!element.isConnected) {
      stops.forEach((stop) => stop());
      stops = [];
      return;
    }
    const drawn = root.lastElementChild!;
    const { width, height } = drawn.getBoundingClientRect();
    // What does not fit is scrolled: the content, or with little room the whole.
    const main = drawn.querySelector('.main:not([hidden])') || drawn;
    const wish = Math.min(height + main.scrollHeight - main.clientHeight + drawn.scrollHeight - drawn.clientHeight, ENGAGED_HEIGHT);
    // A countdown changes each second, and what is done here is told, too.
    if (own && wish == known) return;
    known = wish;
    // What it covers is to be found; `move` puts the style right again.
    root.style.pointerEvents = 'none';
    Object.assign(spot, nextSpot(spot, { width, height: wish }, over || root.querySelector('input:focus,textarea:focus')));
    move();
  };
  const soon = (): void => {
    waits = waits || scope.after(Math.max(SOON_MS, Math.min(LATEST_MS, SHARE * took)), () => {
      waits = 0;
      took = -performance.now();
      look();
      took += performance.now();
    });
  };
  const changed = (records: readonly MutationRecord[]): void => {
    if (patience && !element.isConnected) {
      if (!--patience) return removed();
      document.querySelector(':root')!.append(element);
    }
    if (records.some(({ target }) => root.contains(target))) look(true);
    else soon();
  };
  return (drawn) => {
    patience = 2 * +drawn;
    if (!drawn || stops[0]) return;
    const observer = new MutationObserver(scope.guard(changed));
    for (const one of [document, root]) observer.observe(one, { subtree: true, childList: true, attributes: true });
    stops = [
      scope.track(() => observer.disconnect()),
      scope.listen(window, 'scroll resize load focusin focusout', soon),
      // A video's own shape.
      scope.listen(root, 'loadedmetadata', soon),
      // Of the whole page: what is drawn anew under the mouse is never said to be left.
      scope.listen(window, 'pointerover pointerout', ({ type, target }) => {
        if (over != (over = type == 'pointerover' && target == element)) soon();
      }),
    ];
    look();
  };
}
