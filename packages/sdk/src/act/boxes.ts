import type { MessageKind } from '@tactful/protocol';

/** Gap between a message and the window's edge, in CSS pixels; half of it in windows up to 480 pixels wide. */
export const EDGE_GAP = 16;

/** How wide a message is, in CSS pixels; a banner as wide as the window less its gaps. */
export const WIDTH = 360;

/** In a room of up to this width, in CSS pixels, a message is as wide as the room: a phone's, less the gaps. */
export const NARROW = 420;

/**
 * How high each kind may get before the visitor engages with it. The widget never draws higher
 * than this nor than the room at its place; what does not fit scrolls inside. One that the visitor engaged with may grow to `ENGAGED_HEIGHT`.
 */
export const HEIGHTS: Readonly<Record<MessageKind, number>> = { card: 272, coupon: 336, video: 424, chat: 424, survey: 424, banner: 272 };

/**
 * This much height, in CSS pixels, or half of what it takes, is enough for a message: with less it looks for another place. Where
 * there is none it scrolls as a whole, with its title and its foot.
 */
export const ENOUGH = 200;

/** With less height than this, in CSS pixels, nothing of it could be read: it is not seen until there is more. */
export const LEAST = 64;

/** In a room wider than this, in CSS pixels, a banner's button stands beside its words, else below them. */
export const BAR = 688;

/** What a message may take once the visitor answered, opened the chat or one of the views at the foot, in CSS pixels. */
export const ENGAGED_HEIGHT = 560;
