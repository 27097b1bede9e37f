import type { Milliseconds } from '@tactful/protocol';
import type { Scope } from '../scope.ts';
import type { Watch } from '../observe/watch.ts';

/** Near is on the element, or within this of it. */
const NEAR_PX = 100;
/** A hand that passes by stays for less. */
const REST_MS: Milliseconds = 500;
/** Where the mouse is, is looked at so long after it moved, so that a moving hand costs next to nothing. */
const MOVED_MS: Milliseconds = 100;
/** Where elements are is asked at most so often, or after a scroll, and of so many. */
const EVERY_MS: Milliseconds = 1_000, ELEMENTS = 20;

/** What puts into the cart, or leads to the payment. */
const BUYS = `[data-tactful-buy],[name=add],[name=add-to-cart],[class*=add-to-cart i],[class*=addtocart i],[class*=add_to_cart i],
[id*=add-to-cart i],[class*=buy-now i],[name=checkout],[class*=checkout-button i],#place_order`;

/** `box`: false out of view. `since`: when the mouse came near; 0 while it is not. */
interface Near { readonly element: Element; box?: DOMRectReadOnly | false; since?: number; clicked?: unknown }

/**
 * A mouse that came near what it might press, rested, and left without a click. Boxes come from an IntersectionObserver, so that
 * no layout is forced.
 */
export function startHesitation({ observe }: Pick<Watch, 'observe'>, scope: Scope, selectors: ReadonlyMap<number, string>): void {
  const near = new Map<Element, Near>();
  let asked = -EVERY_MS;
  const observer = new IntersectionObserver(scope.guard((entries: IntersectionObserverEntry[]) => {
    for (const { target, boundingClientRect, isIntersecting } of entries) {
      const one = near.get(target);
      if (one) one.box = isIntersecting && boundingClientRect;
    }
    judge();
  }));
  scope.track(() => observer.disconnect());
  /** The mouse's last move; whether it is still to be looked at. */
  let last: PointerEvent, moved: unknown;
  /** Where it was when it moved last: an element's box may be known later. */
  const judge = (): void => near.forEach((one) => {
    const { box } = one;
    const { timeStamp, clientX, clientY } = last;
    const inside = box && clientX > box.left - NEAR_PX && clientX < box.right + NEAR_PX && clientY > box.top - NEAR_PX && clientY < box.bottom + NEAR_PX;
    if (inside) one.since = one.since || timeStamp;
    else leave(one, timeStamp);
  });
  const look = (): void => {
    const found = new Set(document.querySelectorAll([BUYS, ...selectors.values()].join()));
    near.forEach((_one, element) => {
      observer.unobserve(element);
      if (!found.has(element)) near.delete(element);
    });
    [...found].slice(0, ELEMENTS).forEach((element) => {
      if (!near.has(element)) near.set(element, { element });
      // Observed anew, it tells where it is now.
      observer.observe(element);
    });
  };
  const leave = (one: Near, at: number): void => {
    const { element, since, clicked } = one;
    one.since = one.clicked = 0;
    if (!since || clicked || at - since < REST_MS) return;
    const targets = [...selectors].filter(([, selector]) => element.matches(selector)).map(([target]) => target);
    if (targets.length || element.matches(BUYS)) observe({ kind: 'sense', on: 'hesitation', targets });
  };
  scope.listen(document, 'pointermove', (event) => {
    if (event.pointerType != 'mouse') return;
    last = event;
    moved = moved || scope.after(MOVED_MS, () => {
      moved = 0;
      if (last.timeStamp - asked > EVERY_MS) {
        asked = last.timeStamp;
        look();
      }
      judge();
    });
  });
  scope.listen(window, 'scroll', () => asked = 0);
  scope.listen(document, 'mouseout', ({ relatedTarget, timeStamp }) => relatedTarget || near.forEach((one) => leave(one, timeStamp)));
  scope.listen(document, 'click', ({ target }) => near.forEach((one) => {
    if (one.element.contains(target)) one.clicked = true;
  }));
}
