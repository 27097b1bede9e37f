import type { Observation } from '@tactful/engine';
import type { EpochMs, Milliseconds, PageType, Probability } from '@tactful/protocol';
import { createRandom, type Random } from '../simulate-aa/createRandom.ts';
import { DRIFTED, HABITS, type Habits } from './HABITS.ts';
import { KINDS, potential, TRUTH, type Kind } from './TRUTH.ts';

type Untimed<One> = One extends unknown ? Omit<One, 'at'> : never;
/** What sensors would observe, so long after the visit began. A `page` is another load. */
export type Step = readonly [after: Milliseconds, fact: Untimed<Observation>];

/** One visit. What it comes to follows from the truth, and from whether a message was shown; no step before tells of it. */
export interface Visit {
  readonly startsAt: EpochMs;
  /** The visitor's visits so far, this one included, and when the first was. */
  readonly nth: number;
  readonly firstSeen: EpochMs;
  readonly before: readonly Step[];
  /** When the visitor decides, having come to the cart's page; undefined: they never do, and buy nothing. */
  readonly decides?: Decision;
}

/** How a visit ends: with a purchase where `luck`, from 0 to 1 and even in between, is below what is likely. So both outcomes are known, and differ only where the message makes the difference. */
export interface Decision {
  readonly after: Milliseconds;
  readonly alone: Probability;
  readonly shown: Probability;
  readonly luck: number;
  readonly bought: readonly Step[];
  readonly left: readonly Step[];
}

export interface Visitor {
  readonly id: string;
  readonly kind: Kind;
  readonly visits: readonly Visit[];
}

const SECOND = 1_000, HOUR = 3_600_000, DAY = 86_400_000;
/** Shops are visited from 8 to 22 o'clock. */
const OPENS = 8, OPEN = 14;
const MOST_VISITS = 3;

/** Draws with the words of this shop. */
function drawsOf({ even, normal }: Random) {
  return {
    even, is: (chance: Probability): boolean => even() < chance,
    /** Around the middle, with a long tail; `spread` is of the logarithm. */
    around: (middle: number, spread = 0.6): number => middle * Math.exp(spread * normal()),
    /** Poisson's, of few. */
    count(mean: number): number {
      let n = 0;
      for (let left = Math.exp(-mean), product = even(); product > left; product *= even()) n++;
      return n;
    },
  };
}
type Draws = ReturnType<typeof drawsOf>;

/** Writes down a visit, or the rest of it from a moment on. */
function createDiary(from: Milliseconds = 0) {
  const steps: Step[] = [];
  let now = from;
  const tell = (fact: Step[1]): void => void steps.push([Math.round(now), fact]);
  return {
    tell, now: (): Milliseconds => Math.round(now), steps,
    /** Seconds go by; who is there stirs now and then. */
    pass(seconds: number): void {
      for (let left = seconds; left > 0; left -= 8) {
        now += Math.min(8, left) * SECOND;
        tell({ kind: 'input' });
      }
    },
    page: (type: PageType): void => tell({ kind: 'page', page: type, type }),
    event: (name: string, props: Readonly<Record<string, string | number>> = {}): void => tell({ kind: 'event', name, props }),
    looks: (topic: 'price' | 'shipping' | 'returns' | 'coupon', seconds: number): void => tell({ kind: 'sense', on: 'attention', topic, ms: Math.round(seconds * SECOND) }),
    away(seconds: number): void {
      tell({ kind: 'visibility', visible: false });
      now += seconds * SECOND;
      tell({ kind: 'visibility', visible: true });
    },
  };
}
type Diary = ReturnType<typeof createDiary>;

/** Looks around, and comes to the cart's page or does not. @returns the cart's worth; 0 without one */
function browse(diary: Diary, { products, seconds, shipping, returns, coupon, account, away, removes, cart, prices, weighs }: Habits, { is, around, count }: Draws): number {
  const price = (): number => Math.round(around(40) * 100) / 100;
  diary.page('home');
  diary.pass(around(8));
  if (is(account)) {
    diary.page('account');
    diary.pass(around(12));
  }
  const seen = 1 + count(products - 1);
  let worth = 0;
  const comes = is(cart);
  for (let nth = 0; nth < seen; nth++) {
    if (nth === 0 || is(0.4)) {
      diary.page('listing');
      diary.pass(around(12));
    }
    diary.page('product');
    diary.event('view_item');
    diary.pass(around(seconds));
    diary.looks('price', around(prices / seen, 0.8));
    if (is(0.15)) diary.tell({ kind: 'sense', on: 'hesitation' });
    if (nth > 0 && is(away / 2)) diary.away(around(40));
    if (comes && (nth === seen - 1 || is(0.25))) {
      const value = price();
      worth += value;
      diary.event('add_to_cart', { value, currency: 'EUR', quantity: 1 });
      diary.pass(2);
    }
  }
  if (!comes) return 0;
  if (is(returns)) {
    diary.page('help');
    diary.pass(around(15));
    diary.looks('returns', around(10));
  }
  if (is(shipping)) diary.looks('shipping', around(8));
  diary.page('cart');
  diary.event('view_cart', { value: worth, currency: 'EUR' });
  if (is(coupon)) diary.looks('coupon', around(5));
  if (is(removes)) diary.event('remove_from_cart', { value: Math.round(worth * 30) / 100, currency: 'EUR', quantity: 1 });
  diary.pass(around(weighs, 0.5));
  return worth;
}

/** The rest of a visit that ends with a purchase. */
function buys({ is, around }: Draws, order: { readonly after: Milliseconds; readonly id: string; readonly worth: number }): readonly Step[] {
  const diary = createDiary(order.after);
  diary.event('begin_checkout');
  diary.page('checkout');
  diary.pass(around(25));
  if (is(0.12)) diary.tell({ kind: 'form_error', form: 'checkout', targets: [] });
  diary.event('add_shipping_info');
  diary.pass(around(20));
  diary.event('add_payment_info');
  diary.pass(around(15));
  diary.event('purchase', { value: order.worth, currency: 'EUR', transaction_id: order.id });
  diary.page('confirmation');
  diary.pass(5);
  return diary.steps;
}

/** The rest of one that does not: not at the cart any more, so every message is shown before the decision. */
function leaves({ is, around }: Draws, after: Milliseconds): readonly Step[] {
  const diary = createDiary(after);
  if (is(0.25)) {
    diary.event('begin_checkout');
    diary.page('checkout');
    diary.pass(around(20));
    diary.page('help');
    diary.pass(around(10));
  } else {
    diary.page('product');
    diary.pass(around(10));
  }
  if (is(0.4)) diary.tell({ kind: 'exit_intent' });
  return diary.steps;
}

/** Who comes for the first time on a day of the simulation. The same seed, the same visitor. */
export interface Arrival { readonly id: string; readonly seed: number; readonly day: EpochMs; readonly drifted?: boolean }

/** Draws a visitor with all visits that they would make if they never bought. */
export function drawVisitor({ id, seed, day, drifted = false }: Arrival): Visitor {
  const draws = drawsOf(createRandom(seed));
  const { even, is, count } = draws;
  let left = even();
  const kind = KINDS.find((one) => (left -= TRUTH[one].share) < 0) ?? 'lost';
  const habits = { ...HABITS[kind], ...(drifted && DRIFTED) };
  const wish = 2 * even() - 1;
  const earlier = is(habits.known) ? 1 + count(1) : 0;
  const hour = (): Milliseconds => Math.round((OPENS + OPEN * even()) * HOUR);
  let startsAt = day + hour();
  const firstSeen = earlier ? startsAt - Math.round((3 + 40 * even()) * DAY) : startsAt;
  const visits: Visit[] = [];
  do {
    const diary = createDiary();
    const worth = browse(diary, habits, draws);
    const after = diary.now(), order = { after, id: `${id}-${visits.length}`, worth: Math.round(worth * 100) / 100 };
    visits.push({
      startsAt, firstSeen, nth: earlier + visits.length + 1, before: diary.steps,
      ...(worth > 0 && { decides: { after, ...potential(kind, wish), luck: even(), bought: buys(draws, order), left: leaves(draws, after) } }),
    });
    day += Math.floor(2 + 3 * even()) * DAY;
    startsAt = day + hour();
  } while (visits.length < MOST_VISITS && is(habits.back));
  return { id, kind, visits };
}
