import type { MessageKind } from '@tactful/protocol';

/** The most that a message of a kind takes, in CSS pixels, with the gap to the window's edge. */
export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Gap between a message and the window's edge, in CSS pixels; half of it in windows up to 480 pixels wide. */
export const EDGE_GAP = 16;

/**
 * How large each kind may get before the visitor engages with it. The widget never draws wider or higher than this nor
 * than the window less its gaps; what does not fit scrolls inside. A chat that was answered may grow to `ENGAGED_HEIGHT`.
 */
export const BOXES: Readonly<Record<MessageKind, Box>> = {
  card: { width: 360, height: 288 },
  coupon: { width: 360, height: 352 },
  video: { width: 360, height: 448 },
  chat: { width: 360, height: 352 },
};

/** What a chat may take once the visitor answered or opened it, in CSS pixels. */
export const ENGAGED_HEIGHT = 560;
