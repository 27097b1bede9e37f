import type { DeviceMessage } from '@tactful/protocol';
import { boxOf, type Beside } from './boxOf.ts';
import { EDGE_GAP } from './boxes.ts';
import { focused } from './focused.ts';
import { deepest, isClosed, nearest } from './roots.ts';
import type { Place } from './view.ts';

/** What a message must not take from the visitor. */
const CONTROLS = 'a,button,input,select,textarea,label,iframe,video,summary,[role=button],[role=link],[role=menuitem],[onclick],[contenteditable]';
/** Points are taken this far apart, in CSS pixels: less than the smallest target that WCAG 2.2 (2.5.8) allows, 24. */
const STEP = 20;
/** A control of which more than one part of so many is covered is taken; of a wide field the rest serves as well. */
const PARTS = 3;

/** True when a control can't be used any more under a box: its middle is covered, or much of it, or anything of the one in use. */
function takes(box: DOMRect, control: Element): boolean {
  const { left, top, right, bottom, width, height } = control.getBoundingClientRect();
  const across = Math.min(right, box.right) - Math.max(left, box.left);
  const down = Math.min(bottom, box.bottom) - Math.max(top, box.top);
  const x = left + width / 2, y = top + height / 2;
  return across > 0 && down > 0 && (control == focused() || PARTS * across * down > width * height
    || x > box.left && x < box.right && y > box.top && y < box.bottom);
}

/** A control, too, while it takes less than a quarter of the window: what the keyboard reaches, and what may hide a button. */
function isSmall(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return 4 * width * height < innerWidth * innerHeight;
}

/** The page's controls that a box takes. */
function takenBy(box: DOMRect): Element[] {
  const hits = new Set<Element | null>();
  for (let y = box.top; y < box.bottom + STEP; y += STEP) {
    for (let x = box.left; x < box.right + STEP; x += STEP) {
      const at = (root: DocumentOrShadowRoot): Element | null => root.elementFromPoint(Math.min(x, box.right - 1), Math.min(y, box.bottom - 1));
      hits.add(deepest(at(document), at));
    }
  }
  return [...hits].map((hit) => nearest(hit, (element) =>
    element.matches(CONTROLS) || (element == hit && isClosed(element) || element.matches('[tabindex="0"]')) && isSmall(element)))
    .filter((control): control is Element => !!control && takes(box, control));
}

const FIELDS = 'input:not([type=hidden]):not([type=submit]):not([type=image]),select,textarea';

/**
 * True when a control sends what the visitor filled in: buy, pay, next step. Of one field alone (a search, a code) it is a control as
 * any other. A form may be outside of the shadow root in which its button is.
 */
function sends(control: Element): boolean {
  const form = control.closest('form');
  return (control.matches('[type=submit],[type=image]') || !!nearest(control, (element) => element.matches('form')) && (control.matches('button:not([type])') || isClosed(control)))
    && !(form && form.querySelectorAll(FIELDS).length == 1);
}

/**
 * True when a covered control is not taken for good: it moves with a page that scrolls, or stands in the page's footer, where nobody
 * who is about to buy looks for it; it sends nothing and is not the one in use.
 */
function scrollsAway(control: Element): boolean {
  return !sends(control) && control != focused()
    && (document.documentElement.scrollHeight > innerHeight || !!nearest(control, (element) => element.matches('footer,[role=contentinfo]')))
    && !nearest(control, (element) => /fixed|sticky/.test(getComputedStyle(element).position));
}

export interface PlaceWish extends Beside {
  readonly message: DeviceMessage;
  /** The corner (a banner: the edge) that the host wants. */
  readonly position: 'end' | 'start';
  readonly rtl: boolean;
}

export type FindPlace = typeof findPlace;

/**
 * Where a message leaves the page's own controls to the visitor: best where it covers none, else where all that it
 * covers scrolls away from under it (a phone's page is full of links); undefined when there is no such place. Reads layout: only
 * when about to act.
 */
export function findPlace({ message, position, rtl, ...beside }: PlaceWish): Place | undefined {
  const gap = innerWidth > 480 ? EDGE_GAP : EDGE_GAP / 2;
  const box = boxOf(message, innerWidth - 2 * gap, beside);
  const { width } = box;
  const height = Math.min(box.height, innerHeight - 2 * gap);
  const other = position == 'end' ? 'start' : 'end';
  // A banner takes an edge: the bottom for `end`, the top for `start`, then the other.
  const places: Place[] = message.kind == 'banner'
    ? position == 'end' ? ['bottom-end', 'top-end'] : ['top-start', 'bottom-start']
    : [`bottom-${position}`, `bottom-${other}`, `top-${position}`, `top-${other}`];
  const taken = places.map((place) => takenBy(new DOMRect(
    place.endsWith('end') == rtl ? gap : innerWidth - gap - width,
    place.startsWith('top') ? gap : innerHeight - gap - height, width, height)));
  return places.find((_place, index) => !taken[index]!.length) || places.find((_place, index) => taken[index]!.every(scrollsAway));
}
