import { expect, it } from 'vitest';
import { withinEnds } from './withinEnds.ts';

const column = (values: readonly number[]): number[] => Array.from(withinEnds({ names: ['one'], columns: [values], labels: values.map(() => 0) }).columns[0]!);
const hundred = (of: (n: number) => number): number[] => Array.from({ length: 100 }, (_one, n) => of(n));

it('counts the five highest and the five lowest of a hundred as the next one does', () => {
  const found = column(hundred((n) => (n === 99 ? 1e12 : n === 0 ? -1e12 : n)));
  expect([Math.min(...found), Math.max(...found), found[50]]).toEqual([5, 95, 50]);
});

it.each<[string, number[], number, number]>([
  ['who has any, where few do', hundred((n) => (n < 96 ? 0 : n === 99 ? 1e12 : n - 95)), 0, 2],
  ['who has less, where most have one', hundred((n) => (n < 4 ? n - 10 : 1)), -7, 1],
  ['a column of one value', hundred(() => 7), 7, 7],
])('%s', (_name, values, least, most) => {
  const found = column(values);
  expect([Math.min(...found), Math.max(...found)]).toEqual([least, most]);
});

it('leaves what is unknown unknown', () => {
  expect(column([NaN, NaN])).toEqual([NaN, NaN]);
});
