import type { Milliseconds } from '@tactful/protocol';
import type { Scope } from '../scope.ts';

/** Two changes of one element so far apart, with nobody having clicked, and it changes by itself for as long as it goes on. */
const APART_MS: Milliseconds = 500, RESTLESS_MS: Milliseconds = 15_000;
/** Records of one batch that are looked at; a page that draws itself anew makes thousands. */
const RECORDS = 50;

/** What else tells that the page did something. */
const SIGNS = 'scroll input change toggle play pause submit fullscreenchange copy popstate hashchange beforetoggle';

/**
 * Effects of clicks.
 * @param waits somebody waits for one
 * @param changed hears of each, while somebody does
 */
export function startChanges(scope: Scope, waits: () => unknown, changed: () => void): void {
  /** Elements that change by themselves: when they did first and last. */
  const restless = new WeakMap<Node, { first: number; last: number }>();
  const byItself = (node: Node, at: number): unknown => {
    const known = restless.get(node);
    return known && known.last - known.first >= APART_MS && at - known.last < RESTLESS_MS;
  };
  const observer = new MutationObserver(scope.guard((records: MutationRecord[]) => {
    const at = performance.now();
    const waiting = waits();
    for (const { target } of records.slice(0, RECORDS)) {
      // Ours, and what is not shown, are no effects.
      if (target instanceof Element && target.closest('head,tactful-widget')) continue;
      if (waiting && !byItself(target, at)) return changed();
      const known = restless.get(target);
      if (!known || at - known.last > RESTLESS_MS) restless.set(target, { first: at, last: at });
      else known.last = at;
    }
  }));
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  scope.track(() => observer.disconnect());
  scope.listen(window, SIGNS, () => waits() && changed());
  // A press focuses what was pressed; another element that takes the focus was given it.
  scope.listen(document, 'focusin', ({ target }) => waits() && target instanceof Element && target.matches('input,textarea,select,dialog,[role=dialog],[contenteditable]') && changed());
}
