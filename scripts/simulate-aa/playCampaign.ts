import { valueClass } from '../../packages/collector/src/shard/valueClass.ts';
import type { ArmTally, Values } from '../../packages/collector/src/report/valuesOf.ts';
import type { Random } from './createRandom.ts';
import type { Shop } from './Shop.ts';

type Written<T> = { -readonly [Name in keyof T]: T[Name] };
type Sums = Written<Omit<ArmTally, 'classes'>> & { readonly classes: Map<string, Written<Values>> };

interface Cart { readonly mills: number; readonly x: number }
interface Due { readonly sums: Sums; readonly cart: Cart; readonly mills: number; readonly kind: 'buys' | 'returns' }

/** Of ten visitors five have a cart as they meet the campaign, and buy nine times as often as those without. */
const WITH_CART = 0.5, MORE = 1.8, LESS = 0.2;
/** Of ten who buy two do so the next day; of a hundred three send all of it back three days later. */
const NEXT_DAY = 0.2, RETURNED = 0.03, RETURN_DAYS = 3;
/** What an order is beside its cart: standard deviation of the logarithm. And the middle of a cart, and of an order without one. */
const HAGGLE = 0.2, MIDDLE = 55_000;
const CARTS = 4_096;

/** Visitors of one shop; the same seed, the same visitors. */
export function openShop({ spread }: Shop, random: Random): () => Cart {
  const carts = Array.from({ length: CARTS }, (): Cart => {
    const mills = Math.round(MIDDLE * Math.exp(spread * random.normal()));
    return { mills, x: Math.floor(Math.sqrt(mills)) };
  });
  return () => (random.even() < WITH_CART ? carts[Math.floor(random.even() * CARTS)]! : { mills: 0, x: 0 });
}

const NONE = { buyers: 0, value: 0, valueSquares: 0, x: 0, xSquares: 0, products: 0 };
const nobody = (): Sums => ({ visitors: 0, impressions: 0, conversions: 0, x: 0, xSquares: 0, products: 0, classes: new Map(), drawn: new Map() });

/** Adds an order to the sums as `countVisitor` does, or takes it out. */
function count({ sums: { classes }, cart: { x }, mills }: Due, sign: 1 | -1): void {
  const among = valueClass(BigInt(mills), []);
  const value = mills / 1_000;
  const held = classes.get(among) ?? { ...NONE };
  classes.set(among, held);
  held.buyers += sign;
  held.value += sign * value;
  held.valueSquares += sign * value * value;
  held.x += sign * x;
  held.xSquares += sign * x * x;
  held.products += sign * x * value;
  if (held.buyers === 0) classes.delete(among);
}

/** Plays one campaign day by day, and hands out the sums of both arms after each, until the look says that it has seen enough. */
export function playCampaign({ perDay, conversion, control, lift, spread }: Shop, { days, random, visitor, look }: {
  readonly days: number; readonly random: Random; readonly visitor: () => Cart; readonly look: (day: number, treated: ArmTally, kept: ArmTally) => void;
}): void {
  const [treated, kept] = [nobody(), nobody()];
  const due: Due[][] = Array.from({ length: days + 1 + RETURN_DAYS + 1 }, () => []);
  for (let day = 0; day < days; day++) {
    for (let met = 0; met < perDay; met++) {
      const cart = visitor();
      const held = random.even() < control;
      const sums = held ? kept : treated;
      sums.visitors++;
      sums.x += cart.x;
      sums.xSquares += cart.x * cart.x;
      if (random.even() >= conversion * (cart.x > 0 ? MORE : LESS) * (held ? 1 : 1 + lift)) continue;
      const mills = Math.round((cart.mills || MIDDLE * Math.exp(spread * random.normal())) * Math.exp(HAGGLE * random.normal()));
      due[day + (random.even() < NEXT_DAY ? 1 : 0)]!.push({ sums, cart, mills, kind: 'buys' });
    }
    for (const one of due[day]!) {
      count(one, one.kind === 'buys' ? 1 : -1);
      if (one.kind === 'returns') continue;
      one.sums.conversions++;
      one.sums.products += one.cart.x;
      if (random.even() < RETURNED) due[day + RETURN_DAYS]!.push({ ...one, kind: 'returns' });
    }
    look(day, treated, kept);
  }
}
