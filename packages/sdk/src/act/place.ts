import type { MessageKind } from '@tactful/protocol';
import { BOXES, EDGE_GAP } from './boxes.ts';
import type { Place } from './view.ts';

/** What a message must not lie on. */
const CONTROLS = 'a,button,input,select,textarea,label,iframe,video,summary,[role=button],[role=link],[onclick],[contenteditable]';
/** Points are taken at most this far apart, in CSS pixels: half the smallest target that WCAG 2.2 (2.5.8) allows. */
const STEP = 12;

export interface PlaceWish {
  readonly kind: MessageKind;
  /** The corner that the host wants. */
  readonly position: 'end' | 'start';
  readonly rtl: boolean;
}

/** Where a message of this kind covers none of the page's own controls; undefined when it would everywhere. Reads layout: only when about to act. */
export function findPlace({ kind, position, rtl }: PlaceWish): Place | undefined {
  const gap = innerWidth > 480 ? EDGE_GAP : EDGE_GAP / 2;
  const width = Math.min(BOXES[kind].width, innerWidth - 2 * gap);
  const height = Math.min(BOXES[kind].height, innerHeight - 2 * gap);
  const other = position == 'end' ? 'start' : 'end';
  const places: Place[] = [`bottom-${position}`, `bottom-${other}`, `top-${position}`, `top-${other}`];
  return places.find((place) => {
    const top = place.startsWith('top') ? gap : innerHeight - gap - height;
    const left = place.endsWith('end') == rtl ? gap : innerWidth - gap - width;
    for (let y = 0; y <= height; y += STEP) {
      for (let x = 0; x <= width; x += STEP) {
        const element = document.elementFromPoint(left + x, top + y);
        if (element && element.closest(CONTROLS)) return false;
      }
    }
    return true;
  });
}
