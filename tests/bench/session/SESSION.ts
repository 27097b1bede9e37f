/** One thing that the visitor does. Places are in CSS pixels of a window of 1280 × 800. */
export type Step =
  | { readonly do: 'move'; readonly x: number; readonly y: number }
  /** The pointer goes onto a product and off it. */
  | { readonly do: 'hover'; readonly card: number }
  | { readonly do: 'click'; readonly card: number }
  | { readonly do: 'scroll'; readonly by: number }
  /** A press after which the page's own script throws. */
  | { readonly do: 'error' }
  | { readonly do: 'cart' }
  /** The pointer stays on the button that buys. */
  | { readonly do: 'hesitate'; readonly ms: number };

/** What is done at one address before the next. In a shop that reloads each is a page load, in a single page a route where the address changes. */
export interface Leg { readonly path: string; readonly steps: readonly Step[] }

const PATHS = [
  '/', '/', '/shop', '/shop', '/products/slow-teapot', '/products/slow-teapot', '/cart', '/cart', '/help/shipping', '/products/ridge-bowl', '/products/ridge-bowl',
  '/checkout/contact',
];
const MOVES = 600;
const HOVERS = 60;
const CLICKS = 40;
const SCROLLS = 20;
/** Legs in which something goes wrong, the one that buys, and those in which the visitor wavers. */
const ERRORS = new Set([2, 5, 8]);
const CART = 4;
const WAVERS = new Set([5, 9, 11]);
const HESITATION_MS = 1_500;
export const CARDS = 12;

const times = <T>(count: number, one: (index: number) => T): T[] => Array.from({ length: count }, (_none, index) => one(index));
/** How many of `all` fall to a leg, so that they add up. */
const shareOf = (all: number, leg: number): number => Math.floor((all * (leg + 1)) / PATHS.length) - Math.floor((all * leg) / PATHS.length);

/** A wandering hand that stays clear of the window's edges. */
const moveAt = (index: number): Step => ({ do: 'move', x: Math.round(640 + 480 * Math.sin(index / 17)), y: Math.round(430 + 230 * Math.cos(index / 23)) });

function legAt(path: string, leg: number): Leg {
  const moves = shareOf(MOVES, leg);
  const first = Math.floor((MOVES * leg) / PATHS.length);
  const others: Step[] = [
    ...times(shareOf(HOVERS, leg), (index): Step => ({ do: 'hover', card: (leg + index * 5) % CARDS })),
    ...times(shareOf(CLICKS, leg), (index): Step => ({ do: 'click', card: (leg * 3 + index * 4) % CARDS })),
    ...(leg < SCROLLS / 2 ? [240, -240] : []).map((by): Step => ({ do: 'scroll', by })),
    ...(ERRORS.has(leg) ? [{ do: 'error' } as const] : []),
    ...(leg === CART ? [{ do: 'cart' } as const] : []),
    ...(WAVERS.has(leg) ? [{ do: 'hesitate', ms: HESITATION_MS } as const] : []),
  ];
  // The hand moves between the other things, in stretches of the same length.
  const stretch = Math.ceil(moves / others.length);
  const steps = others.flatMap((step, index) => [...times(Math.min(stretch, Math.max(0, moves - index * stretch)), (at) => moveAt(first + index * stretch + at)), step]);
  return { path, steps };
}

/** The scripted shopping session: the same for every subject. */
export const SESSION: readonly Leg[] = PATHS.map(legAt);
