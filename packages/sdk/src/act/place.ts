import type { DeviceMessage } from '@tactful/protocol';
import { boxOf, type Beside } from './boxOf.ts';
import { EDGE_GAP } from './boxes.ts';
import { focused } from './focused.ts';
import type { Place } from './view.ts';

/** What a message must not take from the visitor. */
const CONTROLS = 'a,button,input,select,textarea,label,iframe,video,summary,[role=button],[role=link],[onclick],[contenteditable]';
/** Points are taken this far apart, in CSS pixels: less than the smallest target that WCAG 2.2 (2.5.8) allows, 24. */
const STEP = 20;
/** A control of which more than this share is covered is taken; of a wide field the rest serves as well. */
const MOST_COVERED = 1 / 3;

/** True when a control can't be used any more under a box: its middle is covered, or much of it, or anything of the one in use. */
function takes(box: DOMRect, control: Element): boolean {
  const { left, top, right, bottom, width, height } = control.getBoundingClientRect();
  const across = Math.min(right, box.right) - Math.max(left, box.left);
  const down = Math.min(bottom, box.bottom) - Math.max(top, box.top);
  if (across <= 0 || down <= 0) return false;
  const x = left + width / 2, y = top + height / 2;
  return control == focused() || across * down > MOST_COVERED * width * height
    || x > box.left && x < box.right && y > box.top && y < box.bottom;
}

/** The page's controls under a box. */
function controlsUnder({ left, top, right, bottom }: DOMRect): Set<Element> {
  const controls = new Set<Element>();
  for (let y = top; y < bottom + STEP; y += STEP) {
    for (let x = left; x < right + STEP; x += STEP) {
      const element = document.elementFromPoint(Math.min(x, right - 1), Math.min(y, bottom - 1));
      const control = element && element.closest(CONTROLS);
      if (control) controls.add(control);
    }
  }
  return controls;
}

const SUBMITS = '[type=submit],[type=image],form button:not([type])', FIELDS = 'input:not([type=hidden]):not([type=submit]):not([type=image]),select,textarea';

/** True when a control sends what the visitor filled in: buy, pay, next step. Of one field alone (a search, a code) it is a control as any other. */
function sends(control: Element): boolean {
  const form = control.closest('form');
  return control.matches(SUBMITS) && !(form && form.querySelectorAll(FIELDS).length == 1);
}

/**
 * True when a covered control is not taken for good: it moves with a page that scrolls, or stands in the page's footer, where nobody
 * who is about to buy looks for it; it sends nothing and is not the one in use.
 */
function scrollsAway(control: Element): boolean {
  if (sends(control) || control == focused() || document.documentElement.scrollHeight <= innerHeight && !control.closest('footer,[role=contentinfo]')) return false;
  for (let element: Element | null = control; element; element = element.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(element).position)) return false;
  }
  return true;
}

export interface PlaceWish extends Beside {
  readonly message: DeviceMessage;
  /** The corner (a banner: the edge) that the host wants. */
  readonly position: 'end' | 'start';
  readonly rtl: boolean;
}

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
  const taken = places.map((place) => {
    const area = new DOMRect(
      place.endsWith('end') == rtl ? gap : innerWidth - gap - width,
      place.startsWith('top') ? gap : innerHeight - gap - height, width, height);
    return [...controlsUnder(area)].filter((control) => takes(area, control));
  });
  return places.find((_place, index) => !taken[index]!.length) || places.find((_place, index) => taken[index]!.every(scrollsAway));
}
