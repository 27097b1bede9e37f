import { driversOf } from '@tactful/engine';
import { expertModel, FEATURES, STATES } from '@tactful/protocol';
import { expect, it } from 'vitest';
import { createFormat } from '../format/createFormat.ts';
import { driverText } from './driverText.ts';

const format = createFormat({ locale: 'en-US', currency: 'EUR' });
const { states } = expertModel(STATES, 'EUR');

it('says in words what spoke for a state, the strongest first, and nothing that the session did not tell', () => {
  const told = (state: (typeof STATES)[number], features: Record<string, number>): string[] => driversOf(states[state]!, features).map((driver) => driverText(driver, format));
  expect(told('high_value', { 'cart.value': 400, 'visitor.sessions': 4, 'seconds.product': 240, 'views.product': 3 })).toEqual(['€400.00 in the cart', '4 sessions so far, this one included', '4 min of active time on product pages']);
  expect(told('price_doubt', { 'attention.price_seconds': 40, 'attention.coupon_seconds': 12 })).toEqual(expect.arrayContaining(['40 sec of attention to prices']));
  expect(told('struggle', {})).toEqual([]);
});

it('has words for every feature that a score may read', () => {
  for (const { name, type } of FEATURES) if (type === 'number') expect(driverText({ feature: name, value: 3 }, format), name).toMatch(/^\S.*[a-z]/);
});
