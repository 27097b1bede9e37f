import type { Summary } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { takeAway } from './takeAway.ts';

const summary = {
  session: 's', seq: 1, context: { device: 'phone', locale: 'en', referrer: 'direct' }, cart: { stage: 'cart', value: 80, currency: 'EUR', items: 2, idleMs: 5, revisits: 1 },
  counts: { clicks: 3, errors: 1 }, goals: [{ id: 'a', event: 'purchase', value: 80, at: 1 }, { id: 'b', event: 'signup', at: 2 }],
} as unknown as Summary;
const after = (change: (copy: any) => unknown): unknown => {
  const copy = structuredClone(summary);
  return takeAway(structuredClone(summary), change(copy) ?? copy);
};

it.each<[string, (copy: any) => unknown, object]>([
  ['nothing', () => undefined, {}],
  ['an entry of a record', (copy) => void delete copy.counts.clicks, { counts: { errors: 1 } }],
  ['a whole record', (copy) => void delete copy.counts, { counts: {} }],
  ['an item of a list', (copy) => void copy.goals.shift(), { goals: [{ id: 'b', event: 'signup', at: 2 }] }],
  ['a whole list', (copy) => void delete copy.goals, { goals: [] }],
  ['the cart, of which the least stays', (copy) => void delete copy.cart, { cart: { stage: 'none', items: 0, idleMs: 0, revisits: 0 } }],
  ['what a cart is worth', (copy) => void delete copy.cart.value, { cart: { stage: 'cart', currency: 'EUR', items: 2, idleMs: 5, revisits: 1 } }],
])('takes away %s', (_name, change, expected) => {
  expect(after(change)).toEqual({ ...summary, ...expected });
});

it.each<[string, (copy: any) => unknown]>([
  ['another number', (copy) => void (copy.counts.clicks = 777)],
  ['another entry', (copy) => void (copy.counts.card = '4111')],
  ['another field', (copy) => void (copy.email = 'a@b.c')],
  ['another item', (copy) => void copy.goals.push({ id: 'c', event: 'purchase', value: 1, at: 3 })],
  ['another session', (copy) => void (copy.session = 'other')],
  ['another word of the context', (copy) => void (copy.context.locale = 'a@b.c')],
  ['a list for a record', (copy) => void (copy.counts = ['clicks', 'errors'])],
])('takes in nothing: %s', (_name, change) => {
  expect(Object.keys(after(change) as object)).toEqual(Object.keys(summary));
  expect(JSON.stringify(after(change))).not.toMatch(/777|4111|a@b|"c"|other/);
});
