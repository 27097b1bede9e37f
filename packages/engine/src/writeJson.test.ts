import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeJson } from './writeJson.ts';

it('writes what JSON.parse reads back, whatever the data', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    expect(JSON.parse(writeJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
  }));
});

it('leaves undefined fields out, writes what is no number as null, and calls no toJSON', () => {
  const array = Object.assign([1, Number.NaN, Number.POSITIVE_INFINITY], { toJSON: () => 'broken' });
  expect(writeJson({ a: undefined, array, f: () => 1 })).toBe('{"array":[1,null,null],"f":null}');
});

it('a hole in a list is null, as an undefined item is', () => {
  const holed: unknown[] = [];
  holed[2] = 1;
  expect(writeJson([holed, [undefined]])).toBe('[[null,null,1],[null]]');
});

it('escapes lone surrogates, which UTF-8 cannot carry', () => {
  expect(writeJson('a\ud800"\\\n')).toBe('"a\\ud800\\u0022\\u005c\\u000a"');
});
