import { expect, it } from 'vitest';
import { createFormat } from '../format/createFormat.ts';
import { cartText } from './cartText.ts';

const desk = { format: createFormat({ locale: 'en-US', currency: 'EUR' }), locale: 'en-US', site: { id: 'shop', name: 'Shop', currency: 'EUR' } };

it.each([
  [{ value: 80 }, '€80.00'], [{ value: 80, currency: 'EUR' }, '€80.00'], [{ value: 80, currency: 'USD' }, '$80.00'],
  [{ value: 0, currency: 'EUR' }, '–'], [{}, '–'],
])('prints %j as %s', (cart, text) => {
  expect(cartText(cart, desk)).toBe(text);
});
