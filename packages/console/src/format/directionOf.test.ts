import { expect, it } from 'vitest';
import { directionOf } from './directionOf.ts';

it.each([
  ['Fieldware', 'ltr'], ['متجر', 'rtl'], ['“متجر” Ltd.', 'rtl'], ['24/7 חנות', 'rtl'], ['陶器', 'ltr'], ['IKEA القاهرة', 'ltr'], ['', 'ltr'], ['1874', 'ltr'],
] as const)('begins %j from %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
