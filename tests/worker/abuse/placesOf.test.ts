import { expect, it } from 'vitest';
import { placesOf } from './placesOf.ts';

it('puts a text in place of each text and of each name, one at a time', () => {
  expect(placesOf({ a: 'x', b: [1, 'y'], c: { d: 2 } }).map((put) => JSON.stringify(put('!')))).toEqual([
    '{"a":"!","b":[1,"y"],"c":{"d":2}}', '{"!":"x","b":[1,"y"],"c":{"d":2}}',
    '{"a":"x","b":[1,"!"],"c":{"d":2}}', '{"a":"x","!":[1,"y"],"c":{"d":2}}',
    '{"a":"x","b":[1,"y"],"c":{"!":2}}', '{"a":"x","b":[1,"y"],"!":{"d":2}}',
  ]);
  expect(JSON.stringify(placesOf({ a: 1 })[0]!('__proto__'))).toBe('{"__proto__":1}');
});
