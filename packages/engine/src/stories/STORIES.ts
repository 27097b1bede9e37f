import type { PageType } from '@tactful/protocol';
import type { Observation } from '../observation.ts';

type Without<Fact> = Fact extends unknown ? Omit<Fact, 'at'> : never;

/**
 * What happens in a story: a fact as sensors tell it; a page entered, by its type; `field`, so many seconds in a field without
 * getting further; or `rest`, after which the visitor does nothing until the next fact. Otherwise they move now and then, as people do.
 */
export type StoryFact = Without<Exclude<Observation, { kind: 'page' }>> | { readonly kind: 'page'; readonly type: PageType } | { readonly kind: 'field'; readonly seconds: number } | { readonly kind: 'rest' };

/** One visit, by seconds from its beginning. Money is in the site's own currency. */
export interface Story {
  readonly id: string;
  /** What the visitor does: goes on from “a visitor who”. */
  readonly tells: string;
  readonly device: 'desktop' | 'phone';
  /** Of the visitor's visits, which one this is. */
  readonly visit: number;
  readonly steps: readonly (readonly [seconds: number, fact: StoryFact])[];
}

const page = (type: PageType): StoryFact => ({ kind: 'page', type });
const event = (name: string, props: Readonly<Record<string, string | number>> = {}): StoryFact => ({ kind: 'event', name, props });
const add = (value: number): StoryFact => event('add_to_cart', { value });
const attention = (topic: 'price' | 'shipping' | 'coupon', seconds: number): StoryFact => ({ kind: 'sense', on: 'attention', topic, ms: seconds * 1_000 });
const failed: StoryFact = { kind: 'form_error', form: 'form', targets: [] };
const gone: StoryFact = { kind: 'visibility', visible: false };
const back: StoryFact = { kind: 'visibility', visible: true };
const rest: StoryFact = { kind: 'rest' };

/** Visits as shops and apps know them: what a draft would do in each is told exactly, by playing it. */
export const STORIES: readonly Story[] = [
  { id: 'glance', tells: 'looks at a product and goes', device: 'desktop', visit: 1, steps: [[0, page('home')], [6, page('listing')], [18, page('product')], [19, event('view_item')], [40, { kind: 'exit_intent' }], [43, gone]] },
  {
    id: 'straight', tells: 'buys straight away', device: 'desktop', visit: 3, steps: [
      [0, page('product')], [1, event('view_item')], [25, add(60)], [28, page('cart')], [36, event('begin_checkout')], [37, page('checkout')], [60, event('add_shipping_info')], [75, event('add_payment_info')],
      [90, event('purchase', { value: 60, transaction_id: 'story' })], [91, page('confirmation')],
    ],
  },
  {
    id: 'compares', tells: 'weighs prices, looks elsewhere, comes back', device: 'desktop', visit: 2, steps: [
      [0, page('listing')], [10, attention('price', 8)], [22, page('product')], [24, attention('price', 9)], [40, gone], [95, back], [100, attention('price', 8)], [110, page('product')], [115, attention('coupon', 4)], [125, attention('price', 8)], [150, gone],
    ],
  },
  { id: 'cart-waits', tells: 'fills the cart, then hesitates over it', device: 'phone', visit: 1, steps: [[0, page('product')], [20, add(85)], [25, page('cart')], [60, page('product')], [95, page('cart')], [130, page('cart')], [160, gone]] },
  { id: 'cart-leaves', tells: 'leaves with a full cart', device: 'desktop', visit: 1, steps: [[0, page('product')], [15, add(45)], [20, page('cart')], [35, { kind: 'exit_intent' }], [38, gone]] },
  { id: 'shipping', tells: 'looks for what shipping costs', device: 'phone', visit: 1, steps: [[0, page('product')], [18, add(30)], [22, page('cart')], [26, attention('shipping', 5)], [34, page('help')], [38, attention('shipping', 6)], [60, page('cart')], [75, gone]] },
  {
    id: 'stalls', tells: 'stalls at the checkout, three times', device: 'desktop', visit: 1, steps: [
      [0, page('product')], [15, add(70)], [20, page('cart')], [30, event('begin_checkout')], [31, page('checkout')], [45, gone], [70, back], [85, gone], [110, back], [130, gone],
    ],
  },
  {
    id: 'payment-fails', tells: 'sees the payment fail twice', device: 'phone', visit: 1, steps: [
      [0, page('cart')], [1, { kind: 'cart', value: 55, items: 1 }], [8, event('begin_checkout')], [9, page('checkout')], [30, event('add_shipping_info')], [55, failed], [80, failed], [100, gone],
    ],
  },
  { id: 'large-cart', tells: 'fills a large cart', device: 'desktop', visit: 4, steps: [[0, page('product')], [30, add(240)], [60, page('product')], [80, add(290)], [90, page('cart')], [110, page('listing')], [140, page('product')], [170, gone]] },
  { id: 'feature-long', tells: 'stays long on a feature', device: 'desktop', visit: 2, steps: [[0, page('home')], [8, page('feature')], [200, page('home')], [220, gone]] },
  { id: 'feature-errors', tells: 'sees a feature’s form fail three times', device: 'desktop', visit: 2, steps: [[0, page('feature')], [20, failed], [40, failed], [60, failed], [90, gone]] },
  { id: 'trial', tells: 'is on day four of a trial, with nothing set up yet', device: 'desktop', visit: 3, steps: [[0, { kind: 'attributes', values: { 'user.trial_day': 4, 'user.activated': false } }], [1, page('home')], [30, page('pricing')], [60, gone]] },
  { id: 'signup', tells: 'gets stuck signing up', device: 'phone', visit: 1, steps: [[0, page('signup')], [10, { kind: 'sense', on: 'begun', targets: [] }], [12, { kind: 'field', seconds: 25 }], [45, gone]] },
  { id: 'form', tells: 'gets stuck in a form of the account', device: 'desktop', visit: 5, steps: [[0, page('account')], [12, { kind: 'field', seconds: 8 }], [24, failed], [40, failed], [60, gone]] },
  { id: 'reads', tells: 'reads, does nothing, leaves the tab open', device: 'desktop', visit: 1, steps: [[0, page('home')], [10, page('help')], [12, rest], [400, gone]] },
];
