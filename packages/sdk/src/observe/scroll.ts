import type { Milliseconds } from '@tactful/protocol';
import type { Watch } from './watch.ts';

/** Depth is read once this long after scrolling began, when layout has settled. */
const SETTLE_MS: Milliseconds = 200;

/** Scroll depth, 0 to 100; the engine keeps the greatest of a page. */
export function startScroll({ scope, observe }: Watch): void {
  let waiting: unknown;
  scope.listen(window, 'scroll', () => {
    waiting = waiting || scope.after(SETTLE_MS, () => {
      waiting = 0;
      observe({ kind: 'scroll', percent: Math.min(100, Math.round(100 * (scrollY + innerHeight) / document.documentElement.scrollHeight)) });
    });
  });
}
