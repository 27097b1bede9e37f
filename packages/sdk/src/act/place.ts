import type { MessageKind } from '@tactful/protocol';
import type { Core } from '../core.ts';
import { EDGE_GAP, ENOUGH, HEIGHTS, LEAST, NARROW, WIDTH } from './boxes.ts';
import { direction } from './direction.ts';
import { focused } from './focused.ts';
import { deepest, isClosed, nearest } from './roots.ts';
import type { Spot } from './view.ts';

/** What a message must not take from the visitor. */
const CONTROLS = 'a,button,input,select,textarea,label,iframe,video,summary,[role=button],[role=link],[role=menuitem],[onclick],[contenteditable]';
/** Points are taken this far apart, in CSS pixels: less than the smallest target that WCAG 2.2 (2.5.8) allows, 24. */
const STEP = 20;

/** A control, too, while it takes less than a quarter of the window: what the keyboard reaches, and what may hide a button. */
function isSmall(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return 4 * width * height < innerWidth * innerHeight;
}

/** Gap between a message and the window's edge, or a control, in CSS pixels. */
const gap = (): number => innerWidth > 480 ? EDGE_GAP : EDGE_GAP / 2;

/** The page's controls in the column of the window that what is so wide would take. */
function controlsAt(place: Spot['place'], width: number): Element[] {
  const left = place.endsWith('left') ? gap() : innerWidth - gap() - width;
  const hits = new Set<Element | null>();
  for (let y = 0; y < innerHeight; y += STEP) {
    for (let x = left; x < left + width + STEP; x += STEP) {
      const at = (root: DocumentOrShadowRoot): Element | null => root.elementFromPoint(Math.min(x, left + width - 1), y);
      hits.add(deepest(at(document), at));
    }
  }
  return [...hits].map((hit) => nearest(hit, (element) =>
    element.matches(CONTROLS) || (element == hit && isClosed(element) || element.matches('[tabindex="0"]')) && isSmall(element)))
    .filter((control): control is Element => !!control);
}

const FIELDS = 'input:not([type=hidden]):not([type=submit]):not([type=image]),select,textarea';

/**
 * True when a control sends what the visitor filled in (buy, pay, next step), or leads to the checkout. Of one field alone (a search, a
 * code) it is a control as any other. A form may be outside of the shadow root in which its button is.
 */
function sends(control: Element): unknown {
  const form = control.closest('form');
  return control.matches('a[href*=checkout]')
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
    || nearest(control, (element) => /fixed|sticky/.test(getComputedStyle(element).position));
}

/** The first room of that height which a place has beside controls, from that far from the window's edge on; else the largest. */
function roomAt(place: Spot['place'], inset: number, height: number, controls: readonly Element[]): Spot {
  let found: Spot = { place, inset, room: 0 };
  const ends = controls.map((control): readonly [near: number, far: number] => {
    const { top, bottom } = control.getBoundingClientRect();
    return place[0] == 't' ? [top, bottom] : [innerHeight - bottom, innerHeight - top];
  }).sort(([one], [other]) => one - other);
  for (const [near, far] of [...ends, [innerHeight, 0] as const]) {
    const room = near - gap() - inset;
    if (found.room < height && room > found.room) found = { place, inset, room };
    inset = Math.max(inset, far + gap());
  }
  return found;
}

/** The corners, the best first: by side, and from the window's bottom unless said otherwise. */
const placesFrom = (right: boolean, top = false): Spot['place'][] =>
  [0, 1, 2, 3].map((at) => `${at > 1 == top ? 'bottom' : 'top'} ${at % 2 < 1 == right ? 'right' : 'left'}` as const);

/**
 * Best a corner where it covers no control, else one where all that it covers scrolls away from under it (a phone's page is full of
 * links), the whole of it or enough, else the largest room between the controls that stay.
 */
function bestOf(places: readonly Spot['place'][], width: number, height: number): Spot {
  const sides = places.slice(0, 2).map((place) => controlsAt(place, width));
  const rooms = (blocks: (control: Element) => unknown): Spot[] => places.map((place, at) => roomAt(place, gap(), height, sides[at % 2]!.filter(blocks)));
  const corner = (least: number) => ({ inset, room }: Spot): boolean => inset == gap() && room >= least;
  const free = rooms(stays);
  return rooms(() => true).find(corner(height)) || free.find(corner(height)) || free.find(corner(enough(height))) || free.sort((one, other) => other.room - one.room)[0]!;
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
 */
export function findSpot(kind: MessageKind, side: Side): Spot | false {
  const width = innerWidth - 2 * gap();
  const height = Math.min(HEIGHTS[kind], innerHeight - 2 * gap());
  const banner = kind == 'banner';
  const found = bestOf(placesFrom(isRight(side), banner && side.settings.position == 'start'), banner || width <= NARROW ? width : WIDTH, height);
  return found.room >= enough(height) && found;
}

/**
 * Where what is drawn goes on: where it is, with the room that is there now, unless that is too little; else as `findSpot`. While the
 * visitor has their hand on it, nowhere else: false when it must stay on a control for that.
 */
export function nextSpot({ place, inset }: Spot, width: number, height: number, held: unknown): Spot | false {
  const least = held ? LEAST : enough(height);
  const here = roomAt(place, inset, least, controlsAt(place, width).filter(stays));
  return here.inset == inset && here.room >= least ? here : !held && bestOf(placesFrom(place.endsWith('right')), width, height);
}
