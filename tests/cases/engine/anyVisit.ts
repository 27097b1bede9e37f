import fc from 'fast-check';
import type { Observation } from '@tactful/engine';
import type { CampaignCase } from './deviceOf.ts';

/** Times between observations: usually seconds, now and then none, a day, or a clock gone wrong. */
const GAP = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: 0, max: 20_000 }) },
  { weight: 2, arbitrary: fc.constantFrom(0, 60_000, 1_800_000, 86_400_000, 40 * 86_400_000) },
  { weight: 1, arbitrary: fc.constantFrom(-5_000, Number.NaN, Infinity, -Infinity) },
);
const target = fc.integer({ min: -1, max: 6 });
const name = fc.constantFrom('a', 'b', 'add_to_cart', 'remove_from_cart', 'view_cart', 'begin_checkout', 'add_shipping_info', 'purchase', 'refund', 'config_saved', '__proto__', 'constructor', '');
const form = fc.constantFrom('f', 'g', '__proto__', '');
const scalar = fc.oneof(fc.integer(), fc.double(), fc.string(), fc.boolean());
const kind = <K extends Observation['kind']>(value: K): fc.Arbitrary<K> => fc.constant(value);

const FACT = fc.oneof(
  fc.record({ kind: kind('page'), page: fc.constantFrom('home', 'cart', 'checkout', 'payment', 'workflow', '__proto__', null), type: fc.constantFrom('home', 'cart', 'checkout', 'other') }),
  fc.record({ kind: fc.constantFrom('leave', 'input', 'error', 'exit_intent', 'opt_out') }),
  fc.record({ kind: kind('visibility'), visible: fc.boolean() }),
  fc.record({ kind: kind('focus'), focused: fc.boolean() }),
  fc.record({ kind: kind('media'), playing: fc.boolean() }),
  fc.record({ kind: kind('over'), target, inside: fc.boolean() }),
  fc.record({ kind: kind('seen'), target, ratio: fc.double({ min: 0, max: 1 }) }),
  fc.record({ kind: kind('scroll'), percent: fc.integer({ min: 0, max: 100 }) }),
  fc.record({ kind: kind('click'), target }),
  fc.record({ kind: fc.constantFrom('form_error', 'form_success'), form, targets: fc.array(target, { maxLength: 3 }) }),
  fc.record({ kind: kind('event'), name, props: fc.dictionary(fc.constantFrom('value', 'currency', 'quantity', 'items', 'transaction_id', '__proto__'), scalar) }),
  fc.record({ kind: kind('signal'), id: fc.constantFrom('save-address', 'saved', 'none', '__proto__') }),
  fc.record({ kind: kind('cart'), value: fc.double(), items: fc.integer(), currency: fc.string() }),
  fc.record({ kind: kind('attributes'), values: fc.dictionary(fc.string(), scalar) }),
  fc.record({ kind: kind('permission'), permission: fc.record({ show: fc.constantFrom('full', 'full', 'help', 'none'), measured: fc.boolean(), capsKnown: fc.boolean() }) }),
  fc.record({ kind: kind('time'), server: fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 }) }),
  fc.record({ kind: kind('outcome'), exposure: fc.string(), outcome: fc.constantFrom('ignore', 'dismiss', 'click', 'convert'), reason: fc.constantFrom('', 'veto', 'close') }),
  fc.record({
    kind: kind('sense'), on: fc.constantFrom('hesitation', 'attention', 'rage_click', 'dead_click', 'slow', 'field_hesitation', 'form_abandon', 'begun', 'sent'),
    targets: fc.array(target, { maxLength: 2 }), ms: fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(Number.NaN, -1)),
    topic: fc.constantFrom('price', 'shipping', 'returns', 'coupon'), late: fc.boolean(),
  }),
  fc.record({ kind: kind('loss'), reason: fc.constantFrom('storage', '__proto__'), n: fc.integer() }),
);

/** What a visitor, or a page gone wrong, may do: gap in ms and fact. Most visits are short, unless they are to be of all lengths. */
export const anyVisit = (maxLength: number, minLength = 0): fc.Arbitrary<[gap: number, fact: object][]> => fc.array(fc.tuple(GAP, FACT), { minLength, maxLength });

/** Campaigns that listen to much, each with another kind of cap. */
export const BUSY: readonly CampaignCase[] = [
  { trigger: { any: [{ on: 'event', name: 'a' }, { on: 'page', page: 'cart' }] }, frequency: { session: 2, cooldown: '5s' }, hold: '30s' },
  { trigger: { any: [{ on: 'dwell', page: 'type:checkout', for: '3s', consecutive: 2, within: '5m' }] }, frequency: { page: 1, lifetime: 5 }, group: 'g', control: 0.5, goal: { event: 'purchase', within: '24h' } },
  { trigger: { all: [{ on: 'scroll', percent: 50 }, { on: 'hover', target: '#buy' }], within: '1m' }, conditions: { any: [{ feature: 'cart.value', gte: 10 }, { feature: 'session.pages', gt: 1 }] }, group: 'g' },
  { trigger: { any: [{ on: 'form_error', consecutive: 2 }, { on: 'error', times: 3, within: '1m' }] }, frequency: { custom: [{ cap: 2, period: '1h' }] }, priority: 90 },
  { trigger: { any: [{ on: 'idle', for: '10s' }, { on: 'cart_idle', for: '8s' }, { on: 'exit_intent', after: '1s' }] }, schedule: { hours: ['mon-sun 08:00-20:00'], timeZone: 'visitor' }, frequency: { after: { dismiss: '1h', ignore: '1m' } } },
  { status: 'shadow', trigger: { any: [{ on: 'visible', target: '#plan' }, { on: 'signal', id: 'saved' }, { on: 'event', name: 'b', times: 2 }] }, frequency: { session: 3 } },
];
export const BUSY_SITE = { groups: { g: { custom: [{ cap: 1, period: '10m' }] } }, frequency: { custom: [{ cap: 4, period: '24h' }], cooldown: '2s' } };
