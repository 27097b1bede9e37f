import { expect, it } from 'vitest';
import { intervalScale } from './intervalScale.ts';

it('holds zero and the whole interval within its margins', () => {
  const above = intervalScale({ low: 1, high: 3, width: 300 });
  expect([above(0), above(3), above(1) > above(0)]).toEqual([6, 294, true]);
  const across = intervalScale({ low: -2, high: 2, width: 300 });
  expect([across(-2), across(0), across(2)]).toEqual([6, 150, 294]);
});

it('stands an interval without width at one end', () => {
  expect(intervalScale({ low: 0, high: 0, width: 300 })(0)).toBe(6);
});
