import type { DeviceMessage } from '@tactful/protocol';
import { BOXES, type Box } from './boxes.ts';

/** Heights of what stands around and between the texts, in CSS pixels, as the widget's styles have them. */
const HEAD = 26, FOOT = 76, CONTROL = 60, CLOCK = 41, TITLE_LINE = 24, LINE = 25;
/** Width that the texts do not have, and the width of a letter of the title against one of the body's. */
const TITLE_MARGIN = 80, BODY_MARGIN = 42, BOLD = 1.2;
/** Widths of a letter: of Chinese, Japanese and Korean, and of all others on the wide side, so that a text takes no more. */
const WIDE = 15.5, NARROW = 8.5;

/** Lines that a text takes at most. */
function lines(text: string, width: number): number {
  let length = 0;
  for (const letter of text) length += letter > '\u2e7f' ? WIDE : NARROW;
  // A word that does not fit leaves the rest of its line empty.
  return Math.ceil(length / (width - 2 * NARROW)) + text.split('\n').length - 1;
}

/**
 * The most that a message takes in a window of this width, before the visitor engages with it. Of a card and a coupon its texts
 * tell; it is asked before anything is drawn, for a visitor in the control group as well.
 * @param ends the offer has an end, which is counted down to
 */
export function boxOf({ kind, title, body, action }: DeviceMessage, room: number, ends?: unknown): Box {
  const { width, height } = BOXES[kind];
  const own = Math.min(width, room);
  if (kind == 'video' || kind == 'chat') return { width: own, height };
  const controls = +(kind == 'coupon') + +(!!action && action.kind != 'apply_offer');
  return {
    width: own,
    height: Math.min(height, HEAD + TITLE_LINE * lines(title, (own - TITLE_MARGIN) / BOLD) + (body ? LINE * lines(body, own - BODY_MARGIN) + 16 : 0)
      + CONTROL * controls + (ends ? CLOCK : 0) + FOOT),
  };
}
