import type { EngineCore } from '@tactful/engine';
import type { Watch } from './watch.ts';

/** At most this many selectors are tried in one pass; a site may name more, so passes take turns. */
const PER_PASS = 20;

export interface Targets {
  /** Looks for elements that a clause wants seen and that were not there yet; `anew`, for a place just entered, tells all that is so again. */
  scan(anew?: boolean): void;
  /** Indexes of the watched targets that hold this element. */
  containing(element: Element): number[];
}

/** Elements that the configuration names: pointer over, share in view, clicked. Delegated; nothing is attached to an element. */
export function startTargets({ scope, observe }: Watch, { clauses, config: { targets, signals } }: Pick<EngineCore, 'clauses' | 'config'>): Targets {
  const wanted: Record<string, Set<number>> = { hover: new Set(), form_error: new Set(), click: new Set(), visible: new Set() };
  const ratios = new Set([0, 0.5]);
  const want = (on: string, target?: number): void => {
    if (target == null) return;
    // A selector that this browser does not know throws here, once, and is never tried again.
    scope.guard(() => {
      document.documentElement.closest(targets[target]!);
      (wanted[on] || wanted['visible']!).add(target);
    })();
  };
  for (const key in clauses) {
    const { on, target, ratio } = clauses[key]!.spec;
    want(on, target);
    // Any other would throw.
    if (ratio! > 0 && ratio! <= 1) ratios.add(ratio!);
  }
  for (const { on, target } of signals) want(on, target);

  const within = (on: string, element: unknown): number[] =>
    [...wanted[on]!].filter((target) => element instanceof Element && element.closest(targets[target]!));
  let over: number[] = [];
  const hover = (element: unknown): void => {
    const before = over;
    over = within('hover', element);
    wanted['hover']!.forEach((target) => {
      const inside = over.includes(target);
      if (inside != before.includes(target)) observe({ kind: 'over', target, inside });
    });
  };
  if (wanted['click']!.size) scope.listen(document, 'click', ({ target }) => within('click', target).forEach((hit) => observe({ kind: 'click', target: hit })));
  if (wanted['hover']!.size) {
    scope.listen(document, 'pointerover', ({ target }) => hover(target));
    scope.listen(document, 'pointerout', ({ relatedTarget }) => relatedTarget || hover(0));
  }

  const seen = [...wanted['visible']!];
  const watched = new Map<Element, number>();
  const observer = new IntersectionObserver(scope.guard((entries: IntersectionObserverEntry[]) => entries.forEach(({ target, intersectionRatio }) => {
    observe({ kind: 'seen', target: watched.get(target)!, ratio: intersectionRatio });
  })), { threshold: [...ratios] });
  scope.track(() => observer.disconnect());
  let turn = 0;
  return {
    containing: (element) => within('form_error', element),
    scan(anew) {
      // Where the element went with the last place, the browser says at once what is under the pointer instead.
      if (anew) over.forEach((target) => observe({ kind: 'over', target, inside: true }));
      watched.forEach((target, element) => {
        if (element.isConnected && !anew) return;
        observer.unobserve(element);
        watched.delete(element);
        observe({ kind: 'seen', target, ratio: 0 });
      });
      seen.slice(0, PER_PASS).forEach(() => {
        const target = seen[turn++ % seen.length]!;
        const element = document.querySelector(targets[target]!);
        if (!element || watched.has(element)) return;
        watched.set(element, target);
        observer.observe(element);
      });
    },
  };
}
