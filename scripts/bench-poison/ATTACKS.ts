import { COLUMNS, type Past } from '@tactful/learner';
import { honestShop, pastOf } from './honestShop.ts';

/** So many liars, and when each comes. `seed` draws what they would have done. */
export interface Ground { readonly count: number; readonly at: (n: number) => number; readonly seed: number }

/** As many moments as one visitor is heard with. */
const MOMENTS = 4;
const [ERRORS, SHIPPING, PRODUCT] = ['session.errors', 'attention.shipping_seconds', 'seconds.product'].map((name) => COLUMNS.indexOf(name)) as [number, number, number];
/** The most that a summary may tell of anything. */
const FAR = 1e12;

const lie = ({ count, at, seed }: Ground, of: (x: readonly number[], buys: boolean, n: number) => { readonly x: readonly number[]; readonly buys: boolean }): Past[] =>
  honestShop(count, seed).map((past, n) => {
    const { x, buys } = of(past.sessions[0]!.snapshots[0]!.x, past.orders.length > 0, n);
    return pastOf(Array.from({ length: MOMENTS }, () => x), { at: at(n), buys });
  });
const put = (x: readonly number[], place: number, value: number): number[] => x.map((own, at) => (at === place ? value : own));
const far = (_x: readonly number[], n: number): number[] => COLUMNS.map((_name, at) => ((n + at) % 2 ? FAR : -FAR));

/** Lies, each told by all of the liars; the first is none, and shows what chance does. */
export const ATTACKS: Readonly<Record<string, (ground: Ground) => readonly Past[]>> = {
  'no lie: other visitors in their place': ({ count, at, seed }) => honestShop(count, seed).map((past, n) => pastOf(past.sessions[0]!.snapshots.map(({ x }) => x), { at: at(n), buys: past.orders.length > 0 })),
  'values of ±1e12': (ground) => lie(ground, (x, buys, n) => ({ x: far(x, n), buys })),
  'what came true, turned around': (ground) => lie(ground, (x, buys) => ({ x, buys: !buys })),
  'both': (ground) => lie(ground, (x, buys, n) => ({ x: far(x, n), buys: !buys })),
  'a great deal of everything, and nobody buys': (ground) => lie(ground, () => ({ x: COLUMNS.map(() => FAR), buys: false })),
  'what drives most, far against its effect': (ground) => lie(ground, (x) => ({ x: put(put(x, SHIPPING, 600), PRODUCT, 0), buys: true })),
  'what is rare, far against its effect': (ground) => lie(ground, (x) => ({ x: put(x, ERRORS, 50), buys: true })),
};
