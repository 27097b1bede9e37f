import type { Scope, Stop } from '../scope.ts';

/**
 * Puts an element back that the page took away, as frameworks do that draw the whole document anew; once, since a page that
 * takes it away again does not want it.
 * @param gone it was taken away again
 */
export function keepOnPage(scope: Scope, element: Element, gone: () => void): Stop {
  let again = false;
  const observer = new MutationObserver(scope.guard(() => {
    if (element.isConnected) return;
    if (again) return gone();
    again = true;
    watch().append(element);
  }));
  /** The element stands in the root; that may be another one by then. */
  const watch = (): Element => {
    const root = document.querySelector(':root')!;
    for (const parent of [document, root]) observer.observe(parent, { childList: true });
    return root;
  };
  watch();
  return scope.track(() => observer.disconnect());
}
