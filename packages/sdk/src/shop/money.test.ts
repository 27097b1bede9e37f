import { expect, it } from 'vitest';
import { money } from './money.ts';

it.each([
  ['$1,234.50', 1234.5], ['1.234,50 €', 1234.5], ['1 234,50', 1234.5], ['1\u00a0234,5 zł', 1234.5], ['¥1,234', 1234], ['€18', 18], ['CHF 1’234.50', 1234.5], ['18.', 18], ['R$ 0,99', 0.99],
  ['free', undefined], ['', undefined], [undefined, undefined],
])('%s is %s', (text, value) => expect(money(text)).toBe(value));
