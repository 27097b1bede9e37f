import { expect, it } from 'vitest';
import { printAlike } from './printAlike.ts';

it.each([
  ['{"v":1,"campaigns":[ ]}', '{\n  "v": 1,\n  "campaigns": []\n}\n'], ['{\n  "v": 1\n}\n', '{\n  "v": 1\n}\n'], ['{ "v": 1,\n\n', '{ "v": 1,\n'],
])('prints %j as %j', (text, printed) => {
  expect(printAlike(text)).toBe(printed);
});
