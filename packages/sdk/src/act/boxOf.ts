import type { DeviceChatStep, DeviceMessage } from '@tactful/protocol';
import { BAR, BOXES, NARROW, type Box } from './boxes.ts';

/** Heights of what stands around and between the texts, in CSS pixels, as the widget's styles have them. */
const HEAD = 26, FOOT = 76, CONTROL = 60, CLOCK = 41, TITLE_LINE = 24, LINE = 25;
/** Width that the texts do not have, and the width of a letter of the title against one of the body's. */
const TITLE_MARGIN = 80, BODY_MARGIN = 42, BOLD = 1.2;
/** Widths of a letter: of Chinese, Japanese and Korean, and of all others on the wide side, so that a text takes no more. */
const WIDE = 15.5, SLIM = 8.5;

/** Lines that a text takes at most. */
function lines(text: string, width: number): number {
  let length = 0;
  for (const letter of text) length += letter > '\u2e7f' ? WIDE : SLIM;
  // A word that does not fit leaves the rest of its line empty.
  return Math.ceil(length / (width - 2 * SLIM)) + text.split('\n').length - 1;
}

/** Width inside a bubble against the panel's text, what its padding takes of it, and its padding with the gap below. */
const BUBBLE = 0.88, BUBBLE_MARGIN = 28, BUBBLE_GAP = 24;
/** Width that a reply's border and padding take, and its height with the gap below beside its lines. */
const REPLY_MARGIN = 34, REPLY_GAP = 28;

/** The form in which the visitor asks in their own words. */
const ASK = 152;

const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);

/** The first step of a chat: what is said, and the replies. */
function talkHeight(body: string | undefined, { say, replies }: DeviceChatStep, width: number): number {
  return sum([body, say].map((text) => text ? LINE * lines(text, BUBBLE * width - BUBBLE_MARGIN) + BUBBLE_GAP : 0))
    + sum(replies.map(({ label }) => TITLE_LINE * lines(label, (width - REPLY_MARGIN) / BOLD) + REPLY_GAP));
}

/** Of a banner: padding above and below, an icon's height, what its icons and paddings take of a line, and the same of its button. */
const BAR_PADDING = 26, ICON = 32, BAR_ICONS = 112, BUTTON_MARGIN = 50;

/** A banner: words with a button beside or below them. */
function barHeight({ title, body, action }: DeviceMessage, room: number): number {
  const beside = action && room > BAR ? Math.min(room * 0.4, action.label.length * WIDE + BUTTON_MARGIN) : 0;
  const text = room - BAR_ICONS - beside;
  const words = Math.max(ICON, TITLE_LINE * lines(title, text / BOLD)) + (body ? LINE * lines(body, room > BAR ? text : room - BODY_MARGIN) : 0);
  return BAR_PADDING + (beside ? Math.max(words, CONTROL - 16) : words + (action ? CONTROL : 0));
}

/** What stands in a message beside its own texts. */
export interface Beside {
  /** The offer has an end, which is counted down to. */
  readonly ends?: unknown;
  /** The chat takes questions. */
  readonly asks?: unknown;
  /** The code is there from the start, to be copied and applied. */
  readonly claimed?: unknown;
}

/**
 * The most that a message takes in a window of this width, before the visitor engages with it. Of all but videos and surveys its texts
 * tell; it is asked before anything is drawn, for a visitor in the control group as well.
 */
export function boxOf(message: DeviceMessage, room: number, { ends, claimed, asks }: Beside = {}): Box {
  const { kind, title, body, action, chat } = message;
  const { width, height } = BOXES[kind];
  if (kind == 'banner') return { width: room, height: Math.min(height, barHeight(message, room)) };
  const own = room > NARROW ? width : room;
  const text = own - BODY_MARGIN;
  const step = chat && chat[0];
  if (kind == 'video' || kind == 'survey' || kind == 'chat' && (!step || step.video)) return { width: own, height };
  const controls = +(kind == 'coupon') + +!!claimed + +(!!action && action.kind != 'apply_offer');
  const content = kind == 'chat' ? talkHeight(body, step!, text) + (asks ? ASK : 0) : (body ? LINE * lines(body, text) + 16 : 0) + CONTROL * controls;
  return {
    width: own,
    height: Math.min(height, HEAD + TITLE_LINE * lines(title, (own - TITLE_MARGIN) / BOLD) + content + (ends ? CLOCK : 0) + FOOT),
  };
}
