import { expect, it } from 'vitest';
import { shape } from './shape.ts';

it.each([
  ['a piece with a price', { price: 20, quantity: 2 }, { value: 40, items: 2 }],
  ['lines', { products: [{ price: '19', quantity: 1 }, { price: 3, quantity: 2 }, null] }, { value: 25, items: 4 }],
  ['a whole beside lines', { revenue: 25, total: 27.5, products: [{ price: 19 }] }, { value: 25, items: 1 }],
  ['Baidu’s order', { orderId: 7, orderTotal: 100.3, item: [{ Price: 18.3, Quantity: 1 }, { Price: 41, Quantity: 2 }] }, { value: 100.3, items: 3, transaction_id: '7' }],
  ['words', { value: '40', items: '2' }, { value: 40, items: 2 }],
  ['no money', { value: 'twelve', price: '' }, {}],
])('%s', (_name, raw, wanted) => {
  const { value, items, transaction_id } = shape(raw);
  expect(JSON.parse(JSON.stringify({ value: Number.isFinite(value) ? value : undefined, items, transaction_id }))).toEqual(wanted);
});
