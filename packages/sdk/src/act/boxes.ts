import type { MessageKind } from '@tactful/protocol';

/** The most that a message of a kind takes, in CSS pixels, with the gap to the window's edge. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Gap between a message and the window's edge, in CSS pixels; half of it in windows up to 480 pixels wide. */
export const EDGE_GAP = 16;

/** In a room of up to this width, in CSS pixels, a message is as wide as the room: a phone's, less the gaps. */
export const NARROW = 420;

/**
 * How large each kind may get before the visitor engages with it. The widget never draws wider (but for `NARROW`) or higher
 * than this nor than the window less its gaps; what does not fit scrolls inside. One that the visitor engaged with may grow to `ENGAGED_HEIGHT`.
 */
export const BOXES: Readonly<Record<MessageKind, Box>> = {
  card: { width: 360, height: 272 },
  coupon: { width: 360, height: 336 },
  video: { width: 360, height: 424 },
  chat: { width: 360, height: 424 },
  survey: { width: 360, height: 424 },
  /** As wide as the window less its gaps. */
  banner: { width: Infinity, height: 272 },
};

/** In a room wider than this, in CSS pixels, a banner's button stands beside its words, else below them. */
export const BAR = 688;

/** What a message may take once the visitor answered, opened the chat or one of the views at the foot, in CSS pixels. */
export const ENGAGED_HEIGHT = 560;
