import type { MessageKind } from '@tactful/protocol';
import type { Core } from '../core.ts';
import { EDGE_GAP, ENOUGH, HEIGHTS, LEAST, NARROW, WIDTH } from './boxes.ts';
import { direction } from './direction.ts';
import { focused } from './focused.ts';
import { deepest, isClosed, nearest } from './roots.ts';
import type { Spot } from './view.ts';

/** What a message must not take from the visitor. */
const CONTROLS = 'a,button,input,select,textarea,label,iframe,video,summary,[role=button],[role=menuitem],[onclick],[contenteditable]';
/** Points are taken this far apart, in CSS pixels: less than the smallest target that WCAG 2.2 (2.5.8) allows, 24. */
const STEP = 23;

/** A control, too, while it takes less than a quarter of the window: what only a script makes one, and what may hide a button. */
function isSmall(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return 4 * width * height < innerWidth * innerHeight;
}

/** How an element is drawn; as any other where the page broke what tells. */
function styleOf(element: Element): { readonly cursor?: string; readonly position?: string } {
  try {
    return getComputedStyle(element);
  } catch (_error) {
    return {};
  }
}

/** Gap between a message and the window's edge, or a control, in CSS pixels. */
const gap = (): number => innerWidth > 480 ? EDGE_GAP : EDGE_GAP / 2;

/** The page's controls in the column of the window that what is so wide would take, between two distances from the window's edge. */
function controlsAt(place: Spot['place'], width: number, from = 0, to = innerHeight): Element[] {
  const left = place.endsWith('left') ? gap() : innerWidth - gap() - width;
  const hits = new Set<Element | null>();
  const top = place[0] == 't' ? from : innerHeight - to;
  const right = left + width, bottom = top + to - from;
  // The last of a row, and the last row, are looked at, too.
  for (let y = top; y < bottom + STEP; y += STEP) {
    for (let x = left; x < right + STEP; x += STEP) {
      const at = (root: DocumentOrShadowRoot): Element | null => root.elementFromPoint(Math.min(x, right - 1), Math.min(y, bottom - 1));
      hits.add(deepest(at(document), at));
    }
  }
  return [...hits].map((hit) => nearest(hit, (element) =>
    element.matches(CONTROLS)
      || (element == hit && (isClosed(element) || /pointer/.test(styleOf(element).cursor!)) || element.matches('[role][tabindex],[tabindex="0"]')) && isSmall(element)))
    .filter((control) => control) as Element[];
}

const FIELDS = 'input:not([type=hidden]):not([type=submit]):not([type=image]),select,textarea';

/**
 * True when a control sends what the visitor filled in (buy, pay, next step), or leads to the checkout. Of one field alone (a search, a
 * code) it is a control as any other. A form may be outside of the shadow root in which its button is.
 */
function sends(control: Element): unknown {
  const form = control.closest('form');
  return control.matches('iframe,a[href*=checkout]')
    || (control.matches('[type=submit],[type=image]') || nearest(control, (element) => element.matches('form')) && (control.matches('button:not([type])') || isClosed(control)))
    && !(form && form.querySelectorAll(FIELDS).length == 1);
}

/**
 * True when a control may not be covered at all. Another moves with a page that scrolls, or stands in the page's footer, where nobody
 * who is about to buy looks for it; it sends nothing and is not the one in use.
 */
function stays(control: Element): unknown {
  return sends(control) || control == focused()
    || document.documentElement.scrollHeight <= innerHeight && !nearest(control, (element) => element.matches('footer,[role=contentinfo]'))
    || nearest(control, (element) => /fixed|sticky/.test(styleOf(element).position!));
}

/** The first room of that height which a place has beside controls, from that far from the window's edge on, up to `end`; else the largest. */
function roomAt(place: Spot['place'], inset: number, height: number, controls: readonly Element[], end = innerHeight): Spot {
  let found: Spot = { place, inset, room: 0 };
  const ends = controls.map((control): readonly [near: number, far: number] => {
    const { top, bottom } = control.getBoundingClientRect();
    return place[0] == 't' ? [top, bottom] : [innerHeight - bottom, innerHeight - top];
  }).sort((one, other) => one[0] - other[0]);
  for (const [near, far] of [...ends, [end, 0] as const]) {
    const room = near - gap() - inset;
    if (found.room < height && room > found.room) found = { place, inset, room };
    inset = Math.max(inset, far + gap());
  }
  return found;
}

/** How much room of a window a message takes, at most. */
interface Size { readonly width: number; readonly height: number }
type Look = (blocks: (control: Element) => unknown, least: number) => Spot | false;

/** Looks once at what a place holds from that far from the window's edge on; no more of the window than the message takes. @returns whether there is room of `least` */
function lookAt(place: Spot['place'], inset: number, { width, height }: Size): Look {
  const end = Math.min(innerHeight, inset + height + 2 * gap());
  const controls = controlsAt(place, width, inset, end);
  return (blocks, least) => {
    const found = roomAt(place, inset, least, controls.filter(blocks), end);
    return found.inset == inset && found.room >= least && found;
  };
}

/** The corners, the best first: by side, and from the window's bottom unless said otherwise. */
const placesFrom = (right: boolean, top = false): Spot['place'][] =>
  [0, 1, 2, 3].map((at) => `${at > 1 == top ? 'bottom' : 'top'} ${at % 2 < 1 == right ? 'right' : 'left'}` as const);

/**
 * Best a corner where it covers no control, else one where all that it covers scrolls away from under it (a phone's page is full of
 * links), the whole of it or enough, else the largest room between the controls that stay.
 */
function bestOf(places: readonly Spot['place'][], size: Size): Spot {
  const { width, height } = size;
  const looks: Look[] = [];
  const corner: Look = (blocks, least) => {
    let found: Spot | false = false;
    // Most pages leave the first corner free: no other is looked at then.
    places.some((place, at) => found = (looks[at] = looks[at] || lookAt(place, gap(), size))(blocks, least));
    return found;
  };
  const largest = (): Spot => {
    const sides = places.slice(0, 2).map((place) => controlsAt(place, width).filter(stays));
    return places.map((place, at) => roomAt(place, gap(), height, sides[at % 2]!)).sort((one, other) => other.room - one.room)[0]!;
  };
  return corner(() => 1, height) || corner(stays, height) || corner(stays, enough(height)) || largest();
}

/** With less than this a message is cramped: it looks for another place. */
const enough = (height: number): number => Math.min(height, Math.max(ENOUGH, height / 2));

/** Where the host wants its messages, and in which direction they are read. */
type Side = Pick<Core, 'settings' | 'config'>;

const isRight = ({ settings, config }: Side): boolean => settings.position == 'start' == (direction(config!.locale) == 'rtl');

/** The corner that the host wants, whatever stands there. */
export const cornerOf = (side: Side): Spot => ({ place: placesFrom(isRight(side))[0]!, inset: gap(), room: innerHeight });

export type CornerOf = typeof cornerOf;
export type FindSpot = typeof findSpot;

/**
 * Where a message leaves the page's own controls to the visitor, and how high it may get there; false when there is no such
 * place. Asked before anything is drawn, for a visitor in the control group as well. Reads layout: only when about to act.
 * @param was where it was to stand a moment ago: taken again while it is good
 */
export function findSpot(kind: MessageKind, side: Side, was?: Spot): Spot | false {
  const width = innerWidth - 2 * gap();
  const height = Math.min(HEIGHTS[kind], innerHeight - 2 * gap());
  const banner = kind == 'banner';
  const size = { width: banner || width <= NARROW ? width : WIDTH, height };
  const found = was && lookAt(was.place, was.inset, size)(stays, enough(height)) || bestOf(placesFrom(isRight(side), banner && side.settings.position == 'start'), size);
  return found.room >= enough(height) && found;
}

/**
 * Where what is drawn goes on: where it is, with the room that is there now, unless that is too little; else as `findSpot`. While the
 * visitor has their hand on it, nowhere else: false when it must stay on a control for that.
 */
export function nextSpot({ place, inset }: Spot, size: Size, held: unknown): Spot | false {
  return lookAt(place, inset, size)(stays, held ? LEAST : enough(size.height)) || !held && bestOf(placesFrom(place.endsWith('right')), size);
}
