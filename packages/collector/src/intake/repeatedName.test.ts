import fc from 'fast-check';
import { expect, it } from 'vitest';
import { repeatedName } from './repeatedName.ts';

it.each([
  ['{"v":1,"v":2}', 'v'],
  ['{"a":[1,{"b":"{\\"c\\":1","b":2}]}', 'a[1].b'],
  ['[[],{"x":{"y":{},"z":[],"y":1}}]', '[1].x.y'],
  ['{"\\u0061":1,"a":2}', 'a'],
  ['{"a":"a","b":{"a":1},"c":["a","a"]}', undefined],
  ['"a"', undefined], ['[]', undefined], ['{"":1,"\\"":2,"\\\\":3}', undefined],
])('%s: %s', (text, path) => {
  expect(repeatedName(text)).toBe(path);
});

it('finds nothing in what was written from values', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(repeatedName(JSON.stringify(value))).toBeUndefined();
  }));
});
