import { COLUMNS, type Past } from '@tactful/learner';
import { createDice } from '../bench-bots/createDice.ts';

const MINUTE = 60_000;
/** What a moment looks like: of each feature how often it is above 0, and how much it is then, in the mean. The rest is as rare as errors are. */
const USUAL: Readonly<Record<string, readonly [often: number, mean: number]>> = {
  'cart.value': [0.6, 80], 'cart.items': [0.6, 2], 'session.pages': [1, 8], 'session.active_seconds': [1, 200], 'visitor.sessions': [1, 3], 'visitor.days_since_first': [0.5, 20],
  'attention.price_seconds': [0.7, 12], 'attention.shipping_seconds': [0.5, 10], 'views.product': [0.9, 4], 'views.listing': [0.8, 3], 'seconds.product': [0.9, 60], 'cart.added': [0.6, 1.5],
};
const RARE = [0.03, 2] as const;
/** Who buys: a sum that is known, of a feature's logarithm. */
const TRUTH: readonly (readonly [feature: string, weight: number])[] = [['attention.shipping_seconds', -0.6], ['seconds.product', 0.5], ['cart.items', 1.2], ['visitor.sessions', 0.8], ['session.errors', -1]];
const BASE = -3.4;

/** One visitor with one session, whose moments are `xs`, a minute apart, and who buys after them or does not. */
export function pastOf(xs: readonly (readonly number[])[], { at, buys }: { readonly at: number; readonly buys: boolean }): Past {
  return {
    sessions: [{ id: 1, snapshots: xs.map((x, n) => ({ at: at + n * MINUTE, x })) }],
    orders: buys ? [{ id: 'o', session: 1, event: 'purchase', mills: 50_000, lacks: '', at: at + xs.length * MINUTE }] : [],
    exposures: [],
  };
}

/** Visitors of a made-up shop, a minute after one another, each with one to three moments; whether somebody buys follows from what they do, and chance. */
export function honestShop(count: number, seed: number): readonly Past[] {
  const { even: dice } = createDice(seed);
  return Array.from({ length: count }, (_one, n) => {
    const x = COLUMNS.map((name) => {
      const [often, mean] = USUAL[name] ?? RARE;
      return dice() < often ? Math.ceil(-mean * Math.log(1 - dice())) : 0;
    });
    const logit = TRUTH.reduce((sum, [feature, weight]) => sum + weight * Math.log1p(x[COLUMNS.indexOf(feature)]!), BASE);
    return pastOf(Array.from({ length: 1 + Math.floor(dice() * 3) }, () => x), { at: n * MINUTE, buys: dice() < 1 / (1 + Math.exp(-logit)) });
  });
}
