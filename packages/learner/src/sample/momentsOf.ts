import { FEATURES, mostOf, SHIPPED_FEATURES, type EpochMs } from '@tactful/protocol';
import { LEARNED, type LearnedState } from './LEARNED.ts';
import type { Past, PastOrder } from './Past.ts';

/** The columns of a snapshot. */
export const COLUMNS: readonly string[] = Object.keys(SHIPPED_FEATURES);
const ITEMS = COLUMNS.indexOf('cart.items');
const MOST = FEATURES.filter(({ name }) => name in SHIPPED_FEATURES).map(mostOf);
/** A snapshot within the ranges that the registry states; what is below them is unknown, as -1 is. */
const inRange = (x: readonly number[]): number[] => MOST.map((most, at) => Math.min(most, (x[at] ?? -1) < 0 ? -1 : x[at]!));

/** One moment of decision, and what came of it. */
export interface Moment {
  /** Moments of one visitor have the same number. */
  readonly visitor: number;
  readonly at: EpochMs;
  /** In the order of the columns; -1 is unknown. */
  readonly x: readonly number[];
  /** 1 where it came true, or 0; of `high_value` what the visitor spent since, in thousandths. */
  readonly was: number;
  /** Whether they had met a campaign before it was known, and if so, whether one was to be shown. */
  readonly met: '' | 'untreated' | 'treated';
}

/**
 * A visitor's moments of which it is known by `now` what came of them. What was known then is told as it was then, and nothing that came later is among it.
 * A moment whose answer was there already is none (`likely_buyer` after the session's purchase), nor one without a cart for `abandon`, or with an order of unknown value for `high_value`.
 */
export function momentsOf({ sessions, orders, exposures }: Past, { visitor, state, now }: { readonly visitor: number; readonly state: LearnedState; readonly now: EpochMs }): Moment[] {
  const own = distinct(orders);
  const window = LEARNED[state];
  return sessions.flatMap(({ id, snapshots }) => snapshots.flatMap(({ at, x: told }): Moment[] => {
    if (at + window > now) return [];
    const x = inRange(told);
    const was = outcomeOf[state]({ orders: own, session: id, at, until: at + window, items: x[ITEMS] ?? -1 });
    if (was === undefined) return [];
    const met = exposures.filter((one) => one.arm !== 'shadow' && one.at <= at + window);
    return [{ visitor, at, x, was, met: met.length ? met.some(({ arm }) => arm === 'treatment') ? 'treated' : 'untreated' : '' }];
  }));
}

/** Of an order that was seen twice, the first; its session is the first that saw it, though a server, which knows none, may have told of it before. */
function distinct(orders: readonly PastOrder[]): PastOrder[] {
  const seen = new Map<string, PastOrder>();
  for (const order of [...orders].sort((a, b) => a.at - b.at)) {
    const first = seen.get(order.id);
    seen.set(order.id, first ? { ...first, session: first.session || order.session } : order);
  }
  return [...seen.values()];
}

interface Since { readonly orders: readonly PastOrder[]; readonly session: number; readonly at: EpochMs; readonly until: EpochMs; readonly items: number }

const isPurchase = ({ event }: PastOrder): boolean => event === 'purchase';

const outcomeOf: Readonly<Record<LearnedState, (since: Since) => number | undefined>> = {
  likely_buyer({ orders, session, at }) {
    const bought = orders.filter((order) => isPurchase(order) && order.session === session);
    return bought.some((order) => order.at <= at) ? undefined : +(bought.length > 0);
  },
  abandon: ({ orders, at, until, items }) => (items < 1 ? undefined : +!orders.some((order) => isPurchase(order) && order.at > at && order.at <= until)),
  high_value({ orders, at, until }) {
    const since = orders.filter((order) => order.at > at && order.at <= until);
    return since.some(({ lacks }) => lacks) ? undefined : since.reduce((sum, { mills }) => sum + mills, 0);
  },
};
