import { expect, it } from 'vitest';
import { mintCode } from './mintCode.ts';
import { readCode } from './readCode.ts';

it('mints 75 random bits without ambiguous letters', () => {
  const code = mintCode((bytes) => bytes.map((_, index) => index * 17));
  expect(code).toBe('0H2K4-N6Q8S-AVCXE');
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}$/);
});

it.each([
  ['7k2mv-q09xa-3dzrt', '7K2MV-Q09XA-3DZRT'],
  [' 7K2MV Q09XA 3DZRT ', '7K2MV-Q09XA-3DZRT'],
  ['7K2MVQO9XA3DZRI', '7K2MV-Q09XA-3DZR1'],
  ['  SUMMER-sale ', 'SUMMER-sale'],
])('reads %s as %s', (typed, code) => {
  expect(readCode(typed)).toBe(code);
});
